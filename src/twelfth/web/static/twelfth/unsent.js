// What was typed and not yet sent stays where another language is chosen: put aside in this tab before that form is
// sent, and put back once on the page of the same address. Never a password or a file; of what a person cannot see only
// what a form was made from.
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

  // A form by where it sends and whose row it is about. What it was made from is told apart: where another window has
  // written meanwhile, that goes back too, so that the server asks which of the two is meant.
  const hidden = (form) => [...form.querySelectorAll("input[type=hidden]")].filter((field) => field.name !== "key");
  const madeFrom = (field) => /^(was|version-of-)/.test(field.name);
  const bare = (value) => value.replace(/[^\p{L}\p{N}]/gu, "");
  const perhapsThousands = (value) => /^\s*[+-]?\d{1,3}([.,]\d{3})+\s*$/.test(value);
  const whose = (form) => hidden(form).filter((field) => !madeFrom(field)).map((field) => [field.name, field.value]);
  const theirs = () => [...document.forms].filter((form) => form !== choosing);
  const nameOf = (form) => JSON.stringify([form.getAttribute("action") || "", form.method, whose(form)]);
  const fields = () => {
    const found = new Map(), count = (name) => {
      let number = 0;
      while (found.has(`${name} ${number}`)) number += 1;
      return `${name} ${number}`;
    };
    for (const form of theirs()) {
      const name = nameOf(form);
      for (const field of form.elements) if (typeable(field)) found.set(count(`${name} ${field.name}`), field);
    }
    return found;
  };
  const grounds = () => theirs().flatMap((form) => hidden(form).filter(madeFrom)
    .map((field) => [`${nameOf(form)} ${field.name}`, field]));
  const standAgain = (before) => {
    const then = new Map(before);
    for (const [name, field] of grounds()) {
      const was = then.get(name);
      if (was !== undefined && bare(was) !== bare(field.value)) field.value = was;
    }
  };

  const putAside = () => {
    const typed = [...fields()].filter(([, field]) => !untouched(field)).map(([name, field]) => [name, told(field)])
      .filter(([, value]) => !perhapsThousands(String(value)));  // 1.500 is one thing here and another there
    if (!typed.length) return;
    const before = grounds().map(([name, field]) => [name, field.value]);
    try { sessionStorage.setItem(PLACE, JSON.stringify([address(), typed, before])); } catch { /* nowhere to keep it */ }
  };
  const taken = () => {
    try {
      const kept = sessionStorage.getItem(PLACE);
      sessionStorage.removeItem(PLACE);
      const [where, typed, before] = JSON.parse(kept) || [];
      return where === address() ? [typed, before] : [[], []];
    } catch { return [[], []]; }
  };
  const putBack = () => {
    const here = fields(), [typed, before] = taken();
    standAgain(before);
    for (const [name, value] of typed) {
      const field = here.get(name);
      if (!field) continue;
      const shown = told(field);
      if (ticked(field)) field.checked = value;
      else field.value = value;
      if (listed(field) && field.selectedIndex < 0) field.value = shown;
      for (let fold = field.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  choosing.addEventListener("submit", putAside);
  document.addEventListener("DOMContentLoaded", putBack);
})();
