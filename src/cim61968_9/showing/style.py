"""The style of what is shown in notebooks: it takes colours and font from the page, so that it fits any theme.

Lines and backgrounds are shades of grey that let the page shine through; badges bring their own background. Where the
page is dark by its own account, badges are a little brighter.
"""

from __future__ import annotations

__all__ = ["CLASS", "STYLE"]

CLASS = "cim61968-9"

_RULES = """
.C{font-size:13px;padding:2px 0 2px 4px;line-height:1.45;color:inherit;max-width:100%;overflow-x:auto;text-align:left}
.C *{box-sizing:border-box}
.C details,.C .l{margin:0;padding:1px 0}
.C details>div{margin-left:.42em;padding-left:1em;border-left:1px solid rgba(128,128,128,.35)}
.C summary{cursor:pointer;list-style-position:outside;margin-left:1em}
.C .l{margin-left:1em;overflow-wrap:anywhere}
.C summary:hover{background:rgba(128,128,128,.12)}
.C code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.92em;color:inherit;
background:none;border:0;padding:0;opacity:.72}
.C .k{font-weight:600}
.C td .b,.C td .k{white-space:nowrap}
.C td code{overflow-wrap:anywhere}
.C .n{opacity:.72;font-style:italic}
.C .r{opacity:.72}
.C .h{font-weight:600;margin:0 0 .3em}
.C .w{font-weight:600;text-decoration:underline wavy #c77700 1px;text-underline-offset:3px}
.C table{border-collapse:collapse;margin:.2em 0;color:inherit;font-size:inherit;background:none}
.C th,.C td{border:0;border-bottom:1px solid rgba(128,128,128,.3);padding:3px .7em 3px 0;text-align:left;
vertical-align:top;background:none;overflow-wrap:break-word;white-space:normal;color:inherit}
.C th{font-weight:600;white-space:nowrap}
.C .b{display:inline-block;border-radius:3px;padding:0 .45em;font-size:.85em;font-weight:600;color:#fff;
background:#5b6470}
.C .error{background:#b3261e}.C .warning{background:#8a5a00}.C .info{background:#2563a8}.C .ok{background:#2e6f40}
@media (prefers-color-scheme:dark){
.C .error{background:#c93a31}.C .warning{background:#9a6700}.C .info{background:#2f74c0}.C .ok{background:#347d48}}
"""

STYLE = "<style>" + _RULES.replace("\n", "").replace(".C", f".{CLASS}") + "</style>"
"""One element, whose every rule is for what is inside of the class only."""
