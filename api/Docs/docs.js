// Shows the operations of the OpenAPI document; text only ever goes in as text.
const add = (parent, tag, text, className) => {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return parent.appendChild(element);
};

const show = (api) => {
  const main = document.getElementById('operations');
  main.textContent = '';
  const groups = new Map();
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const tag = operation.tags?.[0] ?? 'Other';
      groups.set(tag, [...(groups.get(tag) ?? []), { path, method, operation }]);
    }
  }
  for (const [tag, operations] of groups) {
    add(main, 'h2', tag);
    for (const { path, method, operation } of operations) {
      const section = add(main, 'section', '', method);
      add(section, 'code', `${method.toUpperCase()} ${path}`);
      if (operation.summary) add(section, 'div', operation.summary);
      if (operation.description) add(section, 'p', operation.description);
      add(section, 'div', Object.keys(operation.responses ?? {}).join(' '), 'codes');
    }
  }
};

fetch('/openapi/v1.json')
  .then((answer) => answer.json())
  .then(show)
  .catch((fault) => { document.getElementById('operations').textContent = `The document cannot be read: ${fault}`; });
