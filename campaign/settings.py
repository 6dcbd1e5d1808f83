"""The settings of Django and of what runs beside it; nothing else interprets the environment."""

import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.conf.locale import LANG_INFO
from environs import validate

from campaign.environment import data_dir, env
from campaign.service_urls import PUSH_HOSTS as KNOWN_PUSH_HOSTS
from campaign.service_urls import broker, database, mail_server, mailbox, provider

# The zone rules of the tzdata package win over the system's, which a stable distribution lets grow stale.
zoneinfo.reset_tzpath(to=())

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = data_dir()

# What a deployment must say. There is no default: a missing one stops the process with its name.
SECRET_KEY = env.str("SECRET_KEY")
FIELD_KEYS: list[str] = env.list("FIELD_KEYS")
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS")
SITE_ORIGIN = env.url("SITE_ORIGIN").geturl().rstrip("/")
DATABASE_URL = env.str("DATABASE_URL")
REDIS_URL = env.str("REDIS_URL")
EMAIL_URL = env.str("EMAIL_URL")

# Whether the engines, keys and mailbox of the data folder are in use; never so in a deployment.
EMBEDDED = env.bool("EMBEDDED", False)
DEBUG = False

HTTPS = urlsplit(SITE_ORIGIN).scheme == "https"
SITE_HOST = urlsplit(SITE_ORIGIN).hostname or ""

INSTALLED_APPS = [
    "modeltrans",
    "pghistory",
    "pgtrigger",
    "campaign.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sitemaps",
    "campaign.apps.ServedFiles",
    "django.forms",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_filters",
    "csp",
    "privacy",
    "prisoners",
    "supporters",
    "actions",
    "campaign.apps.CampaignConfig",
]

# Outermost first. Cookies are read and set only inside the signed-in area: see campaign/middleware.py.
MIDDLEWARE = [
    "campaign.middleware.outermost",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "campaign.middleware.compress_public",
    "campaign.middleware.revalidate_public",
    "campaign.middleware.refuse_large_bodies",
    "campaign.middleware.SignedInSessions",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "campaign.addresses.lower_case",
    "campaign.middleware.SignedInCsrf",
    "campaign.middleware.SignedInAuthentication",
    "campaign.middleware.SignedInMessages",
    "campaign.middleware.SignedInHistory",
    "campaign.middleware.Unavailable",
]

ROOT_URLCONF = "campaign.urls"
WSGI_APPLICATION = "campaign.wsgi.application"
APPEND_SLASH = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "campaign.context.site",
            ]
        },
    }
]

FORM_RENDERER = "campaign.forms_renderer.FormsRenderer"

# --- PostgreSQL, the record -----------------------------------------------------------------------

# Some are opened anew now and then, since a process of PostgreSQL keeps what it has learnt of tables.
DATABASES = {"default": database(env.dj_db_url("DATABASE_URL", conn_max_age=600, conn_health_checks=True))}
# "{}" is no trigger at all: none is ever ignored. Where the name is not set, each row written raises and catches
# an error in the history's trigger, and PostgreSQL then looks through every constraint that it has yet to check at
# the end: an import took minutes where it takes seconds.
DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
    f"-c statement_timeout={env.int('STATEMENT_TIMEOUT_MS', 0)} -c pgtrigger.ignore={{}}"
)
# A database whose machine is gone without a word is given up after a minute: a connection that is kept would wait for
# as long as the system sends again, a quarter of an hour.
DATABASES["default"]["OPTIONS"] |= {"keepalives_idle": 30, "tcp_user_timeout": 60_000}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "prisoners.Staff"
AUTHENTICATION_BACKENDS = ["prisoners.auth.StaffBackend"]

# --- Redis, the bell and the cache ----------------------------------------------------------------

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": REDIS_URL,
        "KEY_PREFIX": "until-free",
        # A Redis that hangs must not hang a page.
        "OPTIONS": {"socket_timeout": 2, "socket_connect_timeout": 2},
    },
    # What `prisoners.remembered` keeps, in each process for itself: a page needs no Redis.
    "numbers": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "numbers",
        "TIMEOUT": 60,
        "OPTIONS": {"MAX_ENTRIES": 300},
    },
}
CELERY_BROKER_URL = broker(REDIS_URL)

# --- staff ----------------------------------------------------------------------------------------

PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3600
LOGIN_URL = "admin:login"

SESSION_ENGINE = "django.contrib.sessions.backends.db"
# Idle for half an hour ends a session (each request writes it anew); the browser's end does too.
SESSION_COOKIE_AGE = 1800
SESSION_SAVE_EVERY_REQUEST = True
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-s" if HTTPS else "s"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]
# Answers to forms leave at whole steps of so many seconds, whatever they had to do (privacy.pacing).
FORM_STEP_SECONDS = env.float("FORM_STEP_SECONDS", 0.1)
# A form that comes back sooner was filled in by no person (SECURITY D.5); 0 where one tries things out.
FORM_TOKEN_MIN_SECONDS = env.int("FORM_TOKEN_MIN_SECONDS", 0 if EMBEDDED else 2)
CSRF_FAILURE_VIEW = "campaign.errors.csrf_failure"

# --- headers on every answer ----------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
        "manifest-src": [SELF],
    }
}
# What browsers know of today; an unknown name would be an error in every reader's console.
POWERS = (
    "accelerometer autoplay camera display-capture encrypted-media fullscreen geolocation gyroscope magnetometer "
    "microphone midi payment picture-in-picture publickey-credentials-get screen-wake-lock usb "
    "xr-spatial-tracking"
)
PERMISSIONS_POLICY: dict[str, list[str]] = {power: [] for power in POWERS.split()}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
USE_X_FORWARDED_HOST = False
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
# The desk takes photos: so many bytes in one form, and only from who is logged in.
UPLOAD_MAX_BODY = 60_000_000
# And spreadsheets, of at most 10 MB; a body of this size stays in memory: no name of a file lies open on a disk.
IMPORT_MAX_BODY = FILE_UPLOAD_MAX_MEMORY_SIZE = 10_500_000

# --- languages and time ---------------------------------------------------------------------------

LANGUAGE_CODE = "en"
# The first three are complete and held so by the tests; the others say on their pages how far they are, and that
# nobody who speaks them every day has looked them over.
BEGUN = ["de", "fr", "tr", "he"]
# Without those that only lead to another one, such as zh-cn.
_names = {code: one["name_local"] for code, one in LANG_INFO.items() if "name_local" in one}
_codes = env.list("LANGUAGES", ["en", "ru", "kk", *BEGUN], validate=validate.ContainsOnly(_names))
LANGUAGES = [(code, _names[code]) for code in _codes]
# Ours first; the second fills the gaps of Django's own Kazakh catalogue.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale-django"]
FORMAT_MODULE_PATH = "campaign.formats"
USE_I18N = True
MODELTRANS_DEFAULT_LANGUAGE = LANGUAGE_CODE
MODELTRANS_AVAILABLE_LANGUAGES = tuple(code for code, _ in LANGUAGES)
MODELTRANS_FALLBACK: dict[str, tuple[str, ...]] = {"default": (LANGUAGE_CODE,)}
TIME_ZONE = "UTC"
USE_TZ = True

# --- mail -----------------------------------------------------------------------------------------

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
globals().update(mail_server(EMAIL_URL))
EMAIL_TIMEOUT = 60
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", f"until-free@{SITE_HOST}")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
# What stands in place of its name for readers with neutral subjects, so that a locked screen tells nothing.
NEUTRAL_FROM_NAME = " ".join(env.str("NEUTRAL_FROM_NAME", "").split())
# With which key mails are signed (DKIM; PEM, RSA or Ed25519), under which selector, for which domain (the sender's).
DKIM_KEY = env.str("DKIM_KEY", "")
DKIM_SELECTOR = env.str("DKIM_SELECTOR", "mail")
DKIM_DOMAIN = env.str("DKIM_DOMAIN", "")
# How many mails may leave, in all and to one domain: "100/min 2000/hour", "*=60/min example.org=20/min".
MAIL_RATES = env.str("MAIL_RATES", "")
MAIL_RATES_OF_DOMAINS = env.str("MAIL_RATES_OF_DOMAINS", "")
BOUNCE_DOMAIN = env.str("BOUNCE_DOMAIN", f"bounce.{SITE_HOST}")
# The mailbox to which mail for that domain goes, where no mail server pipes it into `manage.py process_bounce`.
BOUNCE_MAILBOX_URL = mailbox(env.str("BOUNCE_MAILBOX_URL", ""))
# Through whom mail leaves, where a provider keeps what comes back to itself and tells it by a webhook.
BOUNCE_PROVIDER = env.str("BOUNCE_PROVIDER", "")
ANYMAIL = provider(BOUNCE_PROVIDER, env.str("BOUNCE_PROVIDER_SECRET", ""), env.str("BOUNCE_PROVIDER_KEY", ""))
# With which key browsers are told without an address (Web Push; PEM, P-256), and through which push services alone.
VAPID_KEY = env.str("VAPID_KEY", "")
PUSH_HOSTS: list[str] = env.list("PUSH_HOSTS", [*KNOWN_PUSH_HOSTS])
SECURITY_CONTACT = env.str("SECURITY_CONTACT", f"mailto:security@{SITE_HOST}")
# Under which licence exports of the record are given on.
DATA_LICENCE = env.str("DATA_LICENCE", "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)")
# Where readers write about an error in the record, and where the source of this very copy is found (AGPL, section 13).
CONTACT_EMAIL = env.str("CONTACT_EMAIL", DEFAULT_FROM_EMAIL)
SOURCE_URL = env.str("SOURCE_URL", "")
# Whom the list holds, in the host's own words and one language; empty: Resolution 1900 (2012) of the Council of Europe.
LIST_NOTION = env.str("LIST_NOTION", "")
LIST_NOTION_LANGUAGE = env.str("LIST_NOTION_LANGUAGE", LANGUAGE_CODE)

# Who may read /metrics: whoever shows this token; without one, only this very machine and not through a proxy.
METRICS_TOKEN = env.str("METRICS_TOKEN", "")
# From so many readers on, a dispatch needs a second person's yes (SECURITY B.7: four eyes).
FOUR_EYES_FROM_READERS = env.int("FOUR_EYES_FROM_READERS", 50)

# --- files ----------------------------------------------------------------------------------------

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_DIR", DATA_DIR / "media")
# Fonts for what is printed, beside those that lie in a wheel: Latin, Cyrillic, Greek, Hebrew, Arabic and a few more.
FONT_DIR = env.str("FONT_DIR", "")
# Photos nobody has looked at yet, sealed with FIELD_KEYS; no address leads here.
PRIVATE_DIR = env.path("PRIVATE_DIR", DATA_DIR / "private")
# Who was forgotten or has left, as keyed hashes; outside the database and its backups, shared by all processes.
TOMBSTONE_DIR = env.path("TOMBSTONE_DIR", DATA_DIR / "tombstones")
# How far the mails of a batch have come, for when a worker dies; on the machine of the workers, and lasting.
JOURNAL_DIR = env.path("JOURNAL_DIR", DATA_DIR / "journal")
# Public keys (age) to which backups are sealed; without one, the founding key of FIELD_KEYS opens them.
BACKUP_RECIPIENTS: list[str] = env.list("BACKUP_RECIPIENTS", [])
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "campaign.static_storage.HashedFiles"},
}
WHITENOISE_MAX_AGE = 60
# Without this each file would be readable by any site (the API alone is meant to be).
WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- API ------------------------------------------------------------------------------------------

REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": ["campaign.api_settings.ReadOnly"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "EXCEPTION_HANDLER": "prisoners.api_base.problem",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_THROTTLE_CLASSES": ["campaign.api_settings.PseudonymousThrottle"],
    # Nothing where a proxy slows floods: behind it all visitors have one address, and share what is allowed.
    "DEFAULT_THROTTLE_RATES": {"anon": env.str("API_RATE", "600/min") or None},
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Until Free",
    "DESCRIPTION": "The public record of prisoners, hearings, campaigns and actions. Read-only, no key.",
    "VERSION": "1",
    # Its schemas are JSON Schema, in which a value or null can be said of a part that is described elsewhere.
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVERS": [{"url": SITE_ORIGIN}],
    "SWAGGER_UI_DIST": "SIDECAR",
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "DEFAULT_QUERY_MANAGER": "public",
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "campaign.api_schema.declare_problems",
        "campaign.api_schema.say_null_once",
    ],
}

# --- logs: no address, no IP, no query, no user agent ---------------------------------------------

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "campaign.logs.LineFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env.str("LOG_LEVEL", "INFO")},
    "loggers": {
        # Django would add a handler that mails each error, with the request, to the administrators.
        "django": {"handlers": [], "level": "INFO", "propagate": True},
        "django.server": {"handlers": [], "level": "WARNING", "propagate": True},
    },
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "campaign.logs.SilentReporterFilter"
ADMINS: list[str] = []
