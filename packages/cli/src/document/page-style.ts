/** Light and dark after the reader's own setting; wide equations scroll inside themselves, with a shade where they go on. */
export const style = `
:root { color-scheme: light dark; --ink: #1c1d20; --paper: #fdfdfb; --quiet: #55585f; --line: #d9d9d2; --link: #1d4f91; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e6e1; --paper: #17181a; --quiet: #a9acb3; --line: #3a3c41; --link: #9cc3f5; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); } a:focus-visible, [tabindex]:focus-visible, summary:focus-visible { outline: 2px solid var(--link); }
.skip { position: absolute; left: -100rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
article { margin: 2rem 0; } article h3 { margin-bottom: .25rem; }
.equation { overflow-x: auto; padding: .5rem 0; background:
  linear-gradient(to right, var(--paper) 1rem, transparent) left / 2rem 100% no-repeat local,
  linear-gradient(to left, var(--paper) 1rem, transparent) right / 2rem 100% no-repeat local,
  linear-gradient(to right, var(--line), transparent) left / .75rem 100% no-repeat scroll,
  linear-gradient(to left, var(--line), transparent) right / .75rem 100% no-repeat scroll; } math[display=block] { width: max-content; margin: .25rem 0; }
.comment { max-width: 42rem; margin: .25rem 0; }
dl { display: grid; gap: .1rem; margin: .5rem 0; font-size: .9rem; } dl div { display: flex; gap: .75rem; }
dt { flex: 0 0 6rem; color: var(--quiet); } dd { margin: 0; }
.counts { display: flex; flex-wrap: wrap; gap: 1.5rem; } .counts dt { flex: none; }
.names { columns: 16rem; padding-left: 1.2rem; }
#assessment summary, #assessment .none { font-weight: 600; margin: .5rem 0; } #assessment .none { font-weight: 400; color: var(--quiet); }
#loops li { margin: .35rem 0; }
@media (max-width: 30rem) { .equation { font-size: .875rem; } dt { flex-basis: 5rem; } }
@media print { nav, .skip { display: none; } article { break-inside: avoid; } }
`;
