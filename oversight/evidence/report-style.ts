// The look of the report, on paper first: A4, system fonts, black on white.
export const REPORT_CSS = `
@page { size: A4; margin: 13mm 13mm 15mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 12px; font: 9pt/1.35 'Noto Sans', 'Segoe UI', 'Liberation Sans', Arial, sans-serif; color: #111; background: #fff; }
@media print { body { padding: 0; max-width: none; } }
.sheet { break-after: page; margin-bottom: 14mm; }
.sheet:last-child { break-after: auto; margin-bottom: 0; }
header { border-bottom: 1.5pt solid #111; padding-bottom: 4pt; margin-bottom: 6pt; }
.maker { margin: 0; font-size: 8pt; letter-spacing: .06em; text-transform: uppercase; color: #444; }
h1 { font-size: 15pt; line-height: 1.2; margin: 2pt 0 3pt; }
.number { margin: 0; font-size: 8.5pt; color: #333; }
h2 { font-size: 10pt; margin: 8pt 0 3pt; break-after: avoid; }
p { margin: 2pt 0; }
.two { display: grid; grid-template-columns: 1fr 60mm; gap: 6mm; align-items: start; }
figure { margin: 0; border: .6pt solid #888; }
figure img { display: block; width: 100%; height: 80mm; object-fit: cover; object-position: top; }
figcaption { font-size: 7.5pt; color: #333; padding: 2pt 4pt; border-top: .6pt solid #888; }
figure.none { padding: 4pt 6pt; font-size: 8.5pt; color: #333; border-style: dashed; }
table { border-collapse: collapse; width: 100%; }
td, th { text-align: left; vertical-align: top; padding: 1.2pt 6pt 1.2pt 0; }
.facts th { width: 30mm; font-weight: 600; white-space: nowrap; }
.address { overflow-wrap: anywhere; }
.words { margin: 0; padding-left: 12pt; }
.words li { margin: 1pt 0; }
mark { background: #fff0a8; color: inherit; padding: 0 1pt; }
.edit { border-left: 2pt solid #888; padding-left: 6pt; margin: 3pt 0; }
.edit p { margin: 1pt 0; }
.edit .text { white-space: pre-line; }
del { background: #fbd9d9; color: #7a0000; }
ins { background: #d8f2da; color: #00430a; text-decoration: underline; }
.list th, .proof th { border-bottom: .6pt solid #888; font-size: 8pt; }
.list td, .proof td { border-bottom: .4pt solid #ddd; font-size: 8pt; }
.proof td { font-size: 7.5pt; padding: .8pt 4pt .8pt 0; }
.proof th:nth-child(1) { width: 9mm; }
.proof th:nth-child(3) { width: 41mm; }
.proof th:nth-child(4) { width: 84mm; }
code { font: 6.1pt/1.3 'Noto Sans Mono', 'Liberation Mono', Consolas, monospace; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: 56mm 1fr; gap: 1.5pt 4mm; margin: 5pt 0; font-size: 8.5pt; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
.check { font-size: 8pt; color: #333; border-top: .6pt solid #888; padding-top: 3pt; }
@media (max-width: 640px) { .two, dl { grid-template-columns: 1fr; } figure img { height: auto; max-height: 70vh; } .proof, .list { font-size: 8pt; } .proof code { word-break: break-all; } .proof th:nth-child(4) { width: auto; } }
`;
