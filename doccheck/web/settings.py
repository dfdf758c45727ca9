"""Django's settings. What an office may set comes from konfig.py (environment variables); the rest is fixed."""

from __future__ import annotations

import sys
from typing import Any

import dj_database_url

from doccheck.resources import resource

from . import konfig

KONFIG = konfig.muat()
DEBUG = False
SECRET_KEY = KONFIG.rahasia
ALLOWED_HOSTS = list(KONFIG.host)
CSRF_TRUSTED_ORIGINS = list(KONFIG.asal)
ROOT_URLCONF = "doccheck.web.urls"
WSGI_APPLICATION = "doccheck.web.wsgi.application"
AUTH_USER_MODEL = "web.Akun"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TEST_RUNNER = "django.test.runner.DiscoverRunner"

INSTALLED_APPS = [
    "doccheck.web.apps.WebConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
]
MIDDLEWARE = [
    "doccheck.web.tengah.kepala_aman",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "doccheck.web.tengah.sesi_usang",
    "doccheck.web.tengah.bahasa",
    "doccheck.web.tengah.masalah_api",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "doccheck.web.tengah.wajib_masuk",
    "doccheck.web.tengah.isian_wajar",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [resource("templates", "web"), resource("templates", "laporan"), resource("templates", "matriks")],
        "OPTIONS": {
            "environment": "doccheck.web.jinja.environment",
            "context_processors": ["doccheck.web.jinja.konteks"],
        },
    }
]

_sqlite: dict[str, Any] = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": KONFIG.data / "doccheck.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",  # else a transaction that reads first cannot wait for another writer
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;",
    },
}
DATABASES: dict[str, Any] = {
    "default": dict(dj_database_url.parse(KONFIG.database, conn_max_age=60, conn_health_checks=True)) if KONFIG.database else _sqlite
}
_berkas = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": KONFIG.data / "berkas"}}
STORAGES: dict[str, Any] = {
    "default": KONFIG.simpan or _berkas,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
FILE_UPLOAD_TEMP_DIR = None
DATA_UPLOAD_MAX_NUMBER_FILES = KONFIG.unggah_berkas + 1  # one more, so that our own page can refuse it
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

STATIC_URL = "aset/"
STATICFILES_DIRS: list[Any] = [resource("templates", "web", "aset"), ("laporan", resource("templates", "laporan"))]
STATICFILES_FINDERS = ["doccheck.web.aset.Finder", "django.contrib.staticfiles.finders.AppDirectoriesFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "beranda"
LOGOUT_REDIRECT_URL = "masuk"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "nama")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "doccheck.web.views.galat.csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = KONFIG.https
SECURE_HSTS_SECONDS = 31_536_000 if KONFIG.https else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
if KONFIG.perantara:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    USE_X_FORWARDED_HOST = True

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Indonesia"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Jakarta"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": "baris"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"doccheck": {"level": "INFO"}, "django.security": {"level": "WARNING"},
        # scanners knock with any name; the answer 400 says enough
        "django.security.DisallowedHost": {"level": "CRITICAL"}, "django.request": {"level": "ERROR"}},
}
