// Keys, switchable off under "Keys": one letter goes to a step, "?" to the list. Never while something is typed.
(() => {
  const off = () => { try { return localStorage.getItem("keys") === "off"; } catch { return false; } };
  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (off() || event.repeat || event.ctrlKey || event.metaKey || event.altKey || at.closest("input, select, textarea")) return;
    if (event.key === "?") { location.href = "/keys"; return; }
    const link = document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`);
    if (link) link.click();
    const field = document.querySelector(`[data-focus="${CSS.escape(event.key)}"]`);
    if (field) { event.preventDefault(); field.focus(); }
    const button = document.querySelector(`[data-press="${CSS.escape(event.key)}"]`);
    if (button) { event.preventDefault(); button.click(); }
  });
  const box = document.querySelector("#keys-on");
  if (box) {
    box.checked = !off();
    box.closest("[hidden]")?.removeAttribute("hidden");
    box.addEventListener("change", () => {
      try { localStorage.setItem("keys", box.checked ? "on" : "off"); } catch { /* nowhere to keep it */ }
    });
  }
})();
