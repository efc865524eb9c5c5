package org.consentledger.console.platform;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** How pages are made: templates that escape what they are given, words from one file for each language, own assets. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {
    private static final String HERE = "org/consentledger/console/";

    /** As large as the largest file that an API takes, and what a form says beside it. */
    static final long MOST_UPLOADED = (32L << 20) + (1 << 16);

    private static final int KEPT_IN_MEMORY = 1 << 20;

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    SpringTemplateEngine templateEngine() {
        var templates = new ClassLoaderTemplateResolver();
        templates.setPrefix(HERE + "pages/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding("UTF-8");
        templates.setCheckExistence(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(messages());
        engine.setEnableSpringELCompiler(true);
        return engine;
    }

    /**
     * Lets forms carry files. No {@code MultipartResolver} stands beside it, so that the paths of others take as little notice
     * of such bodies as they did.
     */
    @Bean
    MultipartConfigElement uploads() {
        return new MultipartConfigElement("", MOST_UPLOADED, MOST_UPLOADED, KEPT_IN_MEMORY);
    }

    private static ReloadableResourceBundleMessageSource messages() {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasename("classpath:" + HERE + "console");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        var change = new LocaleChangeInterceptor();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        interceptors.addInterceptor(change).addPathPatterns("/console/**");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry views) {
        views.addRedirectViewController("/", "/console/");
        views.addRedirectViewController("/console", "/console/");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry assets) {
        assets.addResourceHandler("/console/assets/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new LiteWebJarsResourceResolver());
        assets.addResourceHandler("/console/assets/**")
                .addResourceLocations("classpath:/" + HERE + "assets/")
                .setCacheControl(CacheControl.noCache());
    }
}
