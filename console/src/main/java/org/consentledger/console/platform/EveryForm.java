package org.consentledger.console.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestDataValueProcessor;

/**
 * Has every form that carries a token against forgery say also on which page it stands, so that the page with its answer can
 * lead back there.
 */
@Component
class EveryForm implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof RequestDataValueProcessor tokens ? new WithPlace(tokens) : bean;
    }

    private record WithPlace(RequestDataValueProcessor tokens) implements RequestDataValueProcessor {
        @Override
        public @Nullable Map<String, String> getExtraHiddenFields(HttpServletRequest request) {
            var fields = tokens.getExtraHiddenFields(request);
            if (fields == null || fields.isEmpty() || !request.getRequestURI().startsWith("/console")) {
                return fields;
            }
            var more = new LinkedHashMap<>(fields);
            more.put(Here.FIELD, Here.of(request));
            return more;
        }

        @Override
        public String processAction(HttpServletRequest request, String action, String method) {
            return tokens.processAction(request, action, method);
        }

        @Override
        public String processFormFieldValue(
                HttpServletRequest request, @Nullable String name, String value, String type) {
            return tokens.processFormFieldValue(request, name, value, type);
        }

        @Override
        public String processUrl(HttpServletRequest request, String url) {
            return tokens.processUrl(request, url);
        }
    }
}
