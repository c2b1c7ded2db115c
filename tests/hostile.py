"""Texts that mean something to somebody: one list of them, for every way out."""

from collections.abc import Mapping
from types import MappingProxyType

HOSTILE: Mapping[str, str] = MappingProxyType(
    {
        "escapes": "\x1b[2J\x1b[31mred\x1b]0;title\x07\x1b]52;c;ZXZpbA==\x07 end",
        "controls": "a\x00b\x08c\x7fd\x9be\x0bf",
        "bidi": "pay \u202e001\u202c \u2066now\u2069 \u200f\u061c",
        "unseen": "zero\u200bwidth\u2060 \ufeffand\u00ad soft",
        "ends": "one\r\ntwo\rthree\u2028four\u2029five\u0085six",
        "html": "</p></style><script>alert(1)</script><img src=x onerror=a()>&lt;&amp;",
        "attribute": '" onmouseover="alert(1)" x=\'',
        "svg": '</text></svg><svg onload="alert(1)"><a href="javascript:1">',
        "css": '"; } body { display: none } /* \\',
        "jinja": "{{ 7 * 7 }} {% raw %} {# gone #}",
        "typst": '#panic("no") $x$ *b* _i_ `r` <l> @r #read("/etc/passwd") \\ // /* ]',
        "markdown": "# h\n* a\n1. b\n> q\n| c |\n|---|\n[l](http://x) ![i](x) ~~s~~ `",
        "rich": "[bold red]no[/] [link=x]y[/link] :smile: [/]",
        "table": "a | b || c \\| d",
        "lines": "---\n===\n+ x\n- [ ] y\n  z\n```\ncode\n```\n    deep",
        "formula": "=cmd|'/c calc'!A0, \"quoted\"; and\n=1+1",
        "shell": "$(touch ran) `touch ran` ';touch ran;' \"; touch ran; \\ ${IFS} !! ~",
        "sql": "'; DROP TABLE person; -- \" OR 1=1 NEAR(a b) *",
        "path": "../../../etc/passwd",
        "option": "--yes",
        "format": "%s %n {0} {x!r} %(x)s {{}} \\n \\x41",
        "direction": "مرحبا שלום",
        "signs": "👍🏽 👩\u200d👩\u200d👧 🇩🇪 日本語 ﷺ e\u0301 Z\u0351\u036b\u0343 ß",
        "long": "w" * 3000,
    }
)
"""By what they are to whom; not one of them is anything but text to this program."""
NO_TEXT = ("caf\udce9", "\udcff\udcfe")
"""What Python makes of arguments whose bytes are no UTF-8."""
