#pragma once

namespace program {

inline constexpr auto style_sheet = R"(
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 58rem; padding: 1.5rem 1rem 4rem; background: #fff;
  color: #1a1a1a; font: 1rem/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.25rem; margin: 2.5rem 0 .6rem; padding-top: .6rem; border-top: 1px solid #ccc; }
h3 { font-size: 1rem; margin: 1.4rem 0 .3rem; }
p, ul { max-width: 44rem; margin: .4rem 0 .8rem; }
ul { padding-left: 1.2rem; }
li { margin: .3rem 0; }
.situation { font-size: 1.08rem; color: #333; }
.note { color: #555; font-size: .9rem; }
figure { margin: 1.5rem 0 2.4rem; }
figcaption { font-weight: 600; margin: 0 0 .5rem; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
.legend { list-style: none; padding: 0; margin: .4rem 0; display: flex; flex-wrap: wrap;
  gap: .15rem 1.1rem; font-size: .85rem; max-width: none; }
.legend li { display: flex; align-items: center; gap: .4rem; margin: 0; }
.narrow, ul.narrow { display: none; }
.legend svg { width: 30px; height: 14px; flex: none; }
.scroll { overflow-x: auto; margin: .4rem 0 1.4rem; }
table { border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { padding: .28rem .7rem; text-align: left; border-bottom: 1px solid #e4e4e4;
  white-space: nowrap; }
th { font-weight: 600; color: #444; }
td:first-child, th:first-child { padding-left: 0; }
.number { text-align: right; }
th.number { white-space: normal; vertical-align: bottom; }
.own td { font-weight: 700; background: #f4f4f0; }
td.wrap { white-space: normal; min-width: 11rem; }
@media (max-width: 640px) { .wide { display: none; } .narrow { display: block; }
  ul.narrow { display: flex; } h1 { font-size: 1.4rem; } }
@media print { body { max-width: none; font-size: 10.5pt; } figure, tr { break-inside: avoid; }
  h2, h3, figcaption { break-after: avoid; } .scroll { overflow: visible; }
  table { font-size: 8.5pt; } th, td { white-space: normal; padding: .15rem .45rem; } }
)";

} // namespace program
