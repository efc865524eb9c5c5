package org.consentledger.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds an endpoint as Spring does, but looks first whether the words of the path are the mapping's. Nearly every path has a
 * variable, so all mappings are gone through for each request, and Spring looks at the path last.
 */
final class MappingsByPath extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, PathShape> shapes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        return mayMatch(mapping, request) ? super.getMatchingMapping(mapping, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo mapping, HttpServletRequest request) {
        return !ServletRequestPathUtils.hasParsedRequestPath(request)
                || shape(mapping)
                        .mayMatch(ServletRequestPathUtils.getParsedRequestPath(request)
                                .pathWithinApplication());
    }

    private PathShape shape(RequestMappingInfo mapping) {
        var known = shapes.get(mapping);
        return known != null ? known : shapes.computeIfAbsent(mapping, PathShape::of);
    }
}
