package org.consentledger.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.consentledger.command.platform.Malformed.Fault;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses what would be dropped without a word, before a controller of this side is asked: the parameters of path segments
 * (RFC 3986 §3.3), since what was meant for {@code a;b} would be recorded for {@code a}; parameters that the command does not
 * take, since a misspelt {@code preview} would import in earnest; and a second idempotency key, since a repetition under that
 * one would be recorded once more.
 */
@Component
class NothingDropped implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(CommandProblems.OUR_CONTROLLERS + ".")) {
            if (request.getRequestURI().indexOf(';') >= 0) {
                throw new Malformed("path", Fault.PATH_PARAMETER);
            }
            var known = parameters(method);
            request.getParameterMap().keySet().forEach(name -> {
                if (!known.contains(name)) {
                    throw new Malformed("query:" + name, Fault.UNKNOWN_PARAMETER);
                }
            });
            if (Collections.list(request.getHeaders(IdempotencyKey.HEADER)).size() > 1) {
                throw new Malformed("header:" + IdempotencyKey.HEADER, Fault.HEADER_WRONG, IdempotencyKey.HEADER);
            }
        }
        return true;
    }

    private static Set<String> parameters(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .collect(Collectors.toSet());
    }
}
