"""A form field as the theme wants it: Bootstrap's class on the widget, help and error tied to it."""

from __future__ import annotations

from typing import Any

from django import forms

PILIHAN = (forms.RadioSelect, forms.CheckboxSelectMultiple)


def konteks(field: Any, label: str = "") -> dict[str, object]:
    """Return what `ui/komponen/bidang.html` needs of a `BoundField`.

    Django itself writes aria-describedby (help text, errors) and aria-invalid on the widget.
    """
    widget = field.field.widget
    kelas = _kelas(widget) + (" is-invalid" if field.errors else "")
    return {
        "bidang": field,
        "label": label or field.label,
        "centang": isinstance(widget, forms.CheckboxInput),
        "pilih": isinstance(widget, forms.Select),  # its first choice says what nothing means
        "kelompok": isinstance(widget, PILIHAN),
        "masukan": field.as_widget(attrs={"class": f"{widget.attrs.get('class', '')} {kelas}".strip()}),
    }


def _kelas(widget: Any) -> str:
    if isinstance(widget, (*PILIHAN, forms.CheckboxInput)):
        return "centang"
    return "form-select" if isinstance(widget, forms.Select) else "form-control"
