#pragma once

namespace program {

/// Colours are named here alone, once for light pages and once for dark ones; plots use them by name.
inline constexpr auto style_sheet = R"(
:root { color-scheme: light;
  --paper: #fff; --ink: #1a1a1a; --text: #444; --quiet: #6b6b6b; --grid: #dcdcdc; --own: #f2f2ec;
  --linear: #0072b2; --parallel: #c65300; --network: #007a5a;
  --sell: #deebf7; --decide: #fbd9bd; --serve: #e3dcef; --other: #eee;
  --question-1: #a0377f; --question-2: #8a5a00; --question-3: #00707a; --question-4: #5b4bb5; }
@media screen and (prefers-color-scheme: dark) { :root { color-scheme: dark;
  --paper: #16181b; --ink: #eceae6; --text: #c4c2bd; --quiet: #9b9994; --grid: #3a3d42; --own: #23262a;
  --linear: #5db3ec; --parallel: #f39a5b; --network: #46c79b;
  --sell: #1d3146; --decide: #4d3119; --serve: #362c4a; --other: #2b2b2b;
  --question-1: #ea8cc8; --question-2: #d9a94a; --question-3: #52c3ce; --question-4: #a99bf5; } }
body { margin: 0 auto; max-width: 60rem; padding: 1.2rem 1rem 4rem; background: var(--paper);
  color: var(--ink); font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere; }
h1 { font-size: 1.05rem; line-height: 1.3; margin: 0 0 .4rem; font-weight: 600; color: var(--text); }
.headline { font-size: 1.45rem; line-height: 1.3; font-weight: 600; max-width: none; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 1.8rem 0 .5rem; padding-top: .5rem; border-top: 1px solid var(--grid); }
h3 { font-size: 1rem; margin: 1.1rem 0 .3rem; }
p, ul { max-width: 57rem; margin: .3rem 0 .7rem; }
ul { padding-left: 1.2rem; }
li { margin: .15rem 0; }
.note { color: var(--quiet); font-size: .88rem; }
figure { margin: .9rem 0 1.2rem; }
figcaption { font-weight: 600; margin: 0 0 .3rem; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.legend { list-style: none; padding: 0; margin: .4rem 0; display: flex; flex-wrap: wrap;
  gap: .15rem 1.1rem; font-size: .85rem; max-width: none; }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0; }
.narrow, ul.narrow { display: none; }
.legend svg { width: 30px; height: 14px; flex: none; }
.beside { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; font-size: .92rem; }
.beside h3 { margin-top: .3rem; }
.scroll { overflow-x: auto; margin: .4rem 0 1rem; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; min-width: min(24rem, 85vw); overflow-wrap: normal; }
th, td { padding: .26rem .6rem; text-align: left; border-bottom: 1px solid var(--grid);
  overflow-wrap: normal; vertical-align: baseline; }
th { font-weight: 600; color: var(--text); }
tbody th { font-weight: 400; color: inherit; padding-left: 0; min-width: 7rem; }
thead th:first-child { padding-left: 0; }
.number { text-align: right; }
td.number { white-space: nowrap; }
thead th { vertical-align: bottom; }
.own > * { font-weight: 700; background: var(--own); }
table.parameters { width: 100%; }
.meaning { display: block; color: var(--quiet); font-size: .85em; }
details { border-top: 1px solid var(--grid); }
summary { cursor: pointer; font-weight: 600; padding: .55rem 0; }
@media screen and (max-width: 640px) { .wide { display: none; } .narrow { display: block; }
  ul.narrow { display: flex; } .beside { grid-template-columns: 1fr; font-size: .85rem; }
  body { font-size: .92rem; line-height: 1.42; padding-top: .8rem; } .note { font-size: .8rem; }
  h1 { font-size: .92rem; } .headline { font-size: 1.08rem; } .legend { font-size: .8rem; }
  h2 { font-size: 1.1rem; margin: 1.1rem 0 .3rem; } h3 { margin: .7rem 0 .2rem; font-size: .92rem; }
  figure { margin: .5rem 0 .7rem; } p, ul { margin: .2rem 0 .5rem; } li { margin: .1rem 0; }
  th, td { padding: .24rem .3rem; } table { font-size: .85rem; } tbody th { min-width: 0; }
  td.number { white-space: normal; } table:not(.parameters) td.number { white-space: nowrap; }
  .stack, .stack tbody, .stack tr, .stack td, .stack tbody th { display: block; width: auto; }
  .stack caption { display: block; } .stack thead { display: none; }
  .stack tbody th { font-weight: 600; border: 0; padding-top: .5rem; }
  .stack td, .stack td.number { display: flex; justify-content: space-between; gap: 1rem;
    text-align: right; white-space: normal; padding: .12rem 0; }
  .stack td.none, .stack td.wide { display: none; }
  .stack td::before { content: attr(data-head); color: var(--quiet); text-align: left; flex: none;
    max-width: 55%; } }
@media print { :root { font-size: 10pt; } .wide svg { width: 86%; } body { max-width: none; padding: 0; }
  .headline { font-size: 15pt; } h2 { font-size: 13pt; margin-top: 1rem; } figure, tr, li, .beside { break-inside: avoid; }
  h2, h3, figcaption, summary, caption, thead { break-after: avoid; } .scroll { overflow: visible; }
  thead { display: table-header-group; } table:not(.parameters) { break-inside: avoid; } table { font-size: 8.5pt; width: 100%; }
  th, td { padding: .12rem .35rem; } td.number { white-space: normal; } table:not(.parameters) thead th:first-child { width: 26%; } summary { list-style: none; }
  details::details-content { content-visibility: visible; display: block; height: auto; } }
)";

} // namespace program
