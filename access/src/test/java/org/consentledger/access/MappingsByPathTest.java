package org.consentledger.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.ServletRequestPathUtils;

class MappingsByPathTest {
    private static final List<RequestMappingInfo> MAPPINGS = Stream.of(
                    "/",
                    "/terms",
                    "/customers/{customerId}",
                    "/customers/{customerId}/acceptances",
                    "/customers/{customerId}/requests/{requestId}/fee",
                    "/customers/prefix",
                    "/terms/{termsId}/editions/{number:[0-9]+}",
                    "/files/*.css",
                    "/tiles/**",
                    "/entries/{*rest}",
                    "/terms/")
            .map(path ->
                    RequestMappingInfo.paths(path).methods(RequestMethod.GET).build())
            .toList();

    private final MappingsByPath mappings = new MappingsByPath();

    @ParameterizedTest
    @DisplayName("どの道でも、Spring と同じ行き先を見つける")
    @ValueSource(
            strings = {
                "/",
                "/terms",
                "/terms/",
                "/Terms",
                "/terms;v=1",
                "/t%65rms",
                "/customers/c",
                "/customers/c/",
                "/customers/prefix",
                "/customers/c/acceptances",
                "/customers/c/acceptances/x",
                "/customers/c;d=e/acceptances;f",
                "/customers/c%2Fd/acceptances",
                "/customers//acceptances",
                "/customers/c/requests/r/fee",
                "/customers/c/requests/r/decision",
                "/terms/t/editions/12",
                "/terms/t/editions/twelve",
                "/files/console.css",
                "/tiles/0/x001/067",
                "/entries/a/b",
                "/nothing"
            })
    void findsWhatSpringFinds(String path) {
        var request = new MockHttpServletRequest("GET", path);
        ServletRequestPathUtils.parseAndCache(request);

        assertThat(MAPPINGS)
                .allSatisfy(mapping -> assertThat(mappings.getMatchingMapping(mapping, request))
                        .as("%s", mapping)
                        .isEqualTo(mapping.getMatchingCondition(request)));
    }

    @ParameterizedTest
    @DisplayName("道の言葉が違えば、ほかの条件は見ない")
    @ValueSource(strings = {"/customers/c/acceptances", "/customers/c"})
    void passesOverOtherPaths(String path) {
        var request = new MockHttpServletRequest("GET", path);
        var parsed = ServletRequestPathUtils.parseAndCache(request);

        assertThat(MAPPINGS.stream()
                        .map(PathShape::of)
                        .filter(shape -> shape.paths() != null)
                        .filter(shape -> shape.mayMatch(parsed.pathWithinApplication())))
                .hasSize(1);
    }
}
