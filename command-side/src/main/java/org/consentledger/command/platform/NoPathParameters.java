package org.consentledger.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.consentledger.command.platform.Malformed.Fault;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses the parameters of path segments (RFC 3986 §3.3) before a controller of this side is asked. They would be
 * dropped without a word, and what was meant for {@code a;b} would be recorded for {@code a}.
 */
@Component
class NoPathParameters implements HandlerInterceptor, WebMvcConfigurer {
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getRequestURI().indexOf(';') >= 0
                && handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(CommandProblems.OUR_CONTROLLERS + ".")) {
            throw new Malformed("path", Fault.PATH_PARAMETER);
        }
        return true;
    }
}
