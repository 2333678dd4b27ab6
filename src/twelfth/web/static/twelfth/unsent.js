// What was typed and not yet sent stays where another language is chosen: put aside in this tab before that form is
// sent, and put back once on the page of the same address. Never a password, a file, or what a person cannot see.
(() => {
  const choosing = document.querySelector("form.language");
  if (!choosing) return;
  const PLACE = "unsent", NEVER = ["password", "file", "hidden", "submit", "button", "image", "reset"];
  const address = () => choosing.elements.next.value;
  const typeable = (field) => field.name && !field.disabled && !field.readOnly && !NEVER.includes(field.type);
  const ticked = (field) => field.type === "checkbox" || field.type === "radio";
  const listed = (field) => field.tagName === "SELECT";
  const untouched = (field) => {
    if (ticked(field)) return field.checked === field.defaultChecked;
    if (!listed(field)) return field.value === field.defaultValue;
    const options = [...field.options], said = options.findIndex((option) => option.defaultSelected);
    return field.selectedIndex === Math.max(said, 0);
  };
  const told = (field) => (ticked(field) ? field.checked : field.value);

  // A form by where it sends and whose row it is about; the version it was made from never goes along.
  const whose = (form) => [...form.querySelectorAll("input[type=hidden]")]
    .filter((field) => field.name !== "key" && !field.name.startsWith("was")).map((field) => [field.name, field.value]);
  const fields = () => {
    const found = new Map(), count = (name) => {
      let number = 0;
      while (found.has(`${name} ${number}`)) number += 1;
      return `${name} ${number}`;
    };
    for (const form of document.forms) {
      if (form === choosing) continue;
      const name = JSON.stringify([form.getAttribute("action") || "", form.method, whose(form)]);
      for (const field of form.elements) if (typeable(field)) found.set(count(`${name} ${field.name}`), field);
    }
    return found;
  };

  const putAside = () => {
    const typed = [...fields()].filter(([, field]) => !untouched(field)).map(([name, field]) => [name, told(field)]);
    if (!typed.length) return;
    try { sessionStorage.setItem(PLACE, JSON.stringify([address(), typed])); } catch { /* nowhere to keep it */ }
  };
  const taken = () => {
    try {
      const kept = sessionStorage.getItem(PLACE);
      sessionStorage.removeItem(PLACE);
      const [where, typed] = JSON.parse(kept) || [];
      return where === address() ? typed : [];
    } catch { return []; }
  };
  const putBack = () => {
    const here = fields();
    for (const [name, value] of taken()) {
      const field = here.get(name);
      if (!field) continue;
      const before = told(field);
      if (ticked(field)) field.checked = value;
      else field.value = value;
      if (listed(field) && field.selectedIndex < 0) field.value = before;
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  choosing.addEventListener("submit", putAside);
  document.addEventListener("DOMContentLoaded", putBack);
})();
