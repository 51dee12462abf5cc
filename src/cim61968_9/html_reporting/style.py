"""The style of the page: light and dark as the reader has it, narrow and wide, on screen and on paper."""

from __future__ import annotations

__all__ = ["PAGE_STYLE"]

_RULES = """
:root{color-scheme:light dark;--paper:#fff;--ink:#1b1f24;--quiet:#59636e;--line:#d5dbe1;--soft:#f4f6f8;--link:#0b5cad;
--mark:#ffe08a;--mark-ink:#1b1f24;--error:#b3261e;--warning:#8a5a00;--info:#2563a8;--ok:#2e6f40;--curve:#0b5cad}
@media (prefers-color-scheme:dark){:root{--paper:#15181c;--ink:#e3e7eb;--quiet:#9aa5b1;--line:#363d45;--soft:#1e2329;
--link:#7db7f5;--mark:#6b5300;--mark-ink:#fff;--error:#c93a31;--warning:#9a6700;--info:#2f74c0;--ok:#347d48;
--curve:#7db7f5}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:1.2rem 1.2rem 3rem;max-width:68rem;background:var(--paper);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:.2em 0 .6em}
h2{font-size:1.25rem;line-height:1.3;margin:0 0 .6em}
h3{font-size:1rem;margin:1.6em 0 .5em}
p{margin:.35em 0}
a{color:var(--link)}
code,pre{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:.86em}
pre{margin:.4em 0;padding:.5em .7em;background:var(--soft);border-radius:4px;white-space:pre-wrap;
overflow-wrap:anywhere}
.of-source,#rules{margin-top:2.4rem;padding-top:1.2rem;border-top:2px solid var(--line)}
.badge{display:inline-block;border-radius:3px;padding:0 .5em;font-size:.8rem;font-weight:600;line-height:1.5;
color:#fff;background:#5b6470;white-space:nowrap;vertical-align:.08em}
.badge.error{background:var(--error)}.badge.warning{background:var(--warning)}.badge.info{background:var(--info)}
.badge.ok{background:var(--ok)}
.quiet,.note,.said,footer{color:var(--quiet)}
.note,.said{font-size:.87rem}
.problem{color:var(--ink);font-weight:600}
.scroll{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;width:100%;font-size:.92rem}
th,td{text-align:left;vertical-align:top;padding:.3em .9em .3em 0;border-bottom:1px solid var(--line)}
th{font-weight:600;white-space:nowrap}
td{min-width:4.5em;max-width:28rem;overflow-wrap:break-word}
td code,td a{overflow-wrap:anywhere}
td code{color:var(--quiet)}
.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.number{min-width:0}
.facts{margin:.4em 0}
.facts>div{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:0 .8rem;padding:.12em 0}
.facts dt{color:var(--quiet)}
.facts dd{margin:0}
details{margin:.4em 0}
summary{cursor:pointer}
.finding{margin:.7em 0;padding:.1em 0 .1em .8em;border-left:3px solid var(--line)}
.finding.error{border-color:var(--error)}.finding.warning{border-color:var(--warning)}
.finding.info{border-color:var(--info)}
.finding .facts>div{grid-template-columns:4rem minmax(0,1fr);font-size:.92rem}
.place{white-space:nowrap;margin-left:.4em}
.source{padding:.5em 0}
.source span{display:block;padding:0 .7em 0 4.6em;text-indent:-3.9em}
.source b{display:inline-block;min-width:3.2em;text-align:right;color:var(--quiet);font-weight:400;text-indent:0;
user-select:none}
.source .here{background:color-mix(in srgb,var(--mark) 28%,transparent)}
.source .here b{color:var(--ink);font-weight:600}
.source bdi{text-indent:0;margin-left:.5em}
mark{background:var(--mark);color:var(--mark-ink);border-radius:2px}
figure{margin:1em 0 1.6em}
figcaption{margin-bottom:.3em}
figcaption code{color:var(--quiet)}
.chart{display:block;width:100%;min-width:40rem;max-width:64rem;height:auto;font-size:11px;color:var(--ink)}
.chart text{fill:var(--quiet)}
.chart .strong{fill:var(--ink);font-weight:600}
.chart .grid,.chart .axis{fill:none;stroke:var(--line)}
.chart .axis{stroke:var(--quiet)}
.chart .line{fill:none;stroke:var(--curve);stroke-width:1.5}
.chart .band{fill:var(--curve);fill-opacity:.25}
.chart .mark{stroke:var(--ink);stroke-width:1.2;fill:var(--paper);fill-opacity:.6}
.chart .hatch{stroke:var(--quiet);stroke-opacity:.55}
.chart .dot{fill:var(--quiet)}
.icon{width:1.1em;height:1.1em;vertical-align:-.2em}
.icon .mark{fill:none;stroke:currentColor;stroke-width:1.4}
.legend{list-style:none;display:flex;flex-wrap:wrap;gap:.2em 1.4em;margin:.3em 0;padding:0;font-size:.87rem}
.hatched,.dotted{display:inline-block;width:1.5em;height:.85em;border:1px solid var(--line);vertical-align:-.1em}
.hatched{background:repeating-linear-gradient(45deg,transparent 0 3px,var(--quiet) 3px 4px)}
.dotted{background:radial-gradient(var(--quiet) 1px,transparent 1.3px) 0 0/5px 5px}
.tree{padding:.3em 0}
.rule{margin:1.4em 0}
.rule:target{outline:2px solid var(--link);outline-offset:.5em}
footer{margin-top:3rem;font-size:.87rem}
@media (max-width:40rem){body{padding:.9rem .8rem 2rem}.facts>div{grid-template-columns:7.6rem minmax(0,1fr)}
.scroll>table,.scroll tbody,.scroll tr,.scroll td{display:block;min-width:0;max-width:none}
.scroll thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.scroll tr{padding:.5em 0;border-bottom:1px solid var(--line)}
.scroll td{position:relative;padding:.1em 0 .1em 6.4rem;border:0;text-align:left;white-space:normal}
.scroll td::before{content:attr(data-head);position:absolute;left:0;color:var(--quiet)}
.scroll td:empty{display:none}
.source span{padding-left:3.6em;text-indent:-3.2em}.source b{min-width:2.6em}}
@media print{body{max-width:none;padding:0;font-size:11px}.scroll{overflow:visible}.chart{min-width:0}
.finding,figure,tr,.rule pre{break-inside:avoid}a{color:inherit;text-decoration:none}
details::details-content{content-visibility:visible;block-size:auto}}
"""

PAGE_STYLE = f"<style>{_RULES.replace(chr(10), '')}</style>"
"""One element; every colour is a property that has a value for light and one for dark."""
