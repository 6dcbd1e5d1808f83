"""Every address of the site; pages carry the language, the rest does not."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps import views as sitemap_views
from django.urls import URLPattern, URLResolver, include, path
from django.views.decorators.http import require_safe
from django.views.generic import RedirectView

from actions.views import oembed
from campaign import about, front, health, installable, mailbox, sitemaps, views
from supporters import metrics, outbox_page

handler400 = "campaign.errors.bad_request"
handler403 = "campaign.errors.permission_denied"
handler404 = "campaign.errors.not_found"
handler500 = "campaign.errors.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", front.to_language, name="to-language"),
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("robots.txt", front.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path(
        "sitemap-<slug:section>.xml",
        require_safe(sitemap_views.sitemap),
        {"sitemaps": sitemaps.SECTIONS},
        name="sitemap-section",
    ),
    path(".well-known/security.txt", front.security_txt, name="security-txt"),
    path("favicon.ico", installable.favicon, name="favicon"),
    path("sw.js", installable.worker, name="worker"),
    path("mailbox/", mailbox.index, name="mailbox"),
    path("mailbox/<slug:name>/", mailbox.show, name="mailbox-mail"),
    path("metrics", metrics.metrics, name="metrics"),
    path("staff/outbox/", admin.site.admin_view(outbox_page.outbox), name="admin-outbox"),
    # Both desks change passwords on one page, which also remembers that the old one is over.
    path("staff/password_change/", RedirectView.as_view(pattern_name="actions:desk-password"), name="admin-password"),
    path("staff/", admin.site.urls),
    path("media/", include("actions.media_urls")),
    path("api/v1/", include("campaign.api_urls")),
    path("", include("supporters.link_urls")),
    path("", include("supporters.provider_urls")),
    path("calendar/", include("actions.calendar_urls")),
    path("embed/", include("actions.embed_urls")),
    path("oembed/", oembed.oembed, name="oembed"),
    path("", include("actions.feed_urls")),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("about/", about.index, name="about"),
        path("about/<slug:topic>/", about.show, name="about-page"),
        path("style/", views.style, name="style"),
        path("offline/", installable.offline, name="offline"),
        path("manifest.webmanifest", installable.manifest, name="manifest"),
        path("", include("prisoners.urls")),
        path("", include("actions.urls")),
        path("", include("supporters.urls")),
        path("", include("actions.feed_urls", namespace="feeds-in-language")),
    ),
]
