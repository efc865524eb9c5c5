package org.consentledger.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.query.platform.Malformed.Fault;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses query parameters that a question does not take, since an answer that ignores one would mislead. */
@Configuration(proxyBeanMethods = false)
class QuestionParameters implements WebMvcConfigurer, HandlerInterceptor {
    private static final String OURS = "org.consentledger.query.";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(OURS)) {
            if (request.getRequestURI().indexOf(';') >= 0) {
                throw new Malformed("path", Fault.PATH_PARAMETER);
            }
            var known = parameters(method);
            given(request).forEach((name, values) -> {
                if (!known.contains(name)) {
                    throw new Malformed("query:" + name, Fault.UNKNOWN_PARAMETER);
                }
                if (values.length > 1) {
                    throw new Malformed("query:" + name, Fault.GIVEN_TWICE);
                }
            });
        }
        return true;
    }

    /** Tomcat decodes parameters when they are first asked for. */
    private static Map<String, String[]> given(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException _) {
            throw new Malformed("query", Fault.NOT_UTF_8);
        }
    }

    private static Set<String> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toSet());
    }
}
