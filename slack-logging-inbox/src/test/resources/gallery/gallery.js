/*
 * Run in the page by tests: draws messages at a fixed moment, and writes what was drawn as lines of text.
 */
(async () => {
  const NOW = Date.UTC(2026, 10, 27, 12);
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) { super(...(parts.length ? parts : [NOW])); }
    static now() { return NOW; }
  };
  const { renderBody } = await import('/body.js');

  const draw = (payload) => renderBody({ text: payload.text, blocks: payload.blocks, attachments: payload.attachments,
    markdownText: payload.markdown_text, files: payload.files });

  const quoted = (text) => JSON.stringify(text);

  function attributes(node) {
    const skipped = node.localName === 'time' ? ['class', 'title'] : ['class'];
    return [...node.attributes].filter((each) => !skipped.includes(each.name)).map((each) => ` ${each.name}=${quoted(each.value)}`).sort().join('');
  }

  function lines(node, indent) {
    if (node.nodeType === Node.TEXT_NODE) return node.data === '' ? [] : [indent + quoted(node.data)];
    if (node.localName === 'svg') return [`${indent}svg ${quoted(node.getAttribute('aria-label'))}`];
    const name = [node.localName, ...node.classList].join('.') + attributes(node);
    const children = [...node.childNodes];
    if (children.length === 1 && children[0].nodeType === Node.TEXT_NODE) return [indent + name + ' ' + quoted(node.textContent)];
    return [indent + name, ...children.flatMap((child) => lines(child, indent + '  '))];
  }

  window.gallery = {
    writtenAll: (all) => JSON.stringify(Object.fromEntries(all.map(({ name, payload }) => [name, lines(draw(payload), '').join('\n') + '\n']))),
    /** One message below the other in place of everything else, in so many columns. */
    hang: (pictures, columns = 1) => {
      document.getElementById('empty').hidden = true;
      document.getElementById('messages').replaceChildren(...pictures.map(({ name, payload }) => {
        const picture = document.createElement('article');
        picture.className = 'message';
        picture.style.breakInside = 'avoid';
        picture.style.contentVisibility = 'visible'; // or its height is a guess
        const label = document.createElement('b');
        label.textContent = name;
        const content = document.createElement('div');
        content.className = 'content';
        content.append(label, draw(payload));
        picture.append(document.createElement('span'), content);
        return picture;
      }));
      document.body.style.display = 'block';
      document.body.style.height = 'auto';
      document.getElementById('messages').style.columnCount = columns;
      document.body.replaceChildren(document.getElementById('messages'));
      return document.getElementById('messages').scrollHeight;
    }
  };
  return 'hung';
})()
