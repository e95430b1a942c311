"""Addresses of the provider."""

from django.urls import path

from selaras.myasn import pages, views, views_kendali, views_masuk

urlpatterns = [
    path(".well-known/openid-configuration", views.discovery, name="discovery"),
    path("jwks", views.jwks, name="jwks"),
    path("authorize", views.authorize, name="authorize"),
    path("token", views.token, name="token"),
    path("userinfo", views.userinfo, name="userinfo"),
    path("end_session", views_masuk.end_session, name="end_session"),
    path("masuk/<str:kunci>", views_masuk.masuk, name="masuk"),
    path("keluar", views_masuk.keluar, name="keluar"),
    path("gaya.css", views_kendali.gaya, name="gaya"),
    path("favicon.ico", views_kendali.ikon),
    path("_simulasi/gangguan", views_kendali.gangguan),
    path("_simulasi/catatan", views_kendali.catatan),
]
handler400, handler404 = pages.bad, pages.nowhere
