/** Reads manifest.xml into a tree in which every element knows its line, so that a fault can be found. */
import { SaxesParser } from 'saxes';

/** An element: its name without prefix, attributes, text, children, and the line it begins on. */
class Element {
  constructor(name, attributes, line) {
    Object.assign(this, { name, attributes, line, text: '', children: [] });
  }

  child(name) {
    return this.children.find((node) => node.name === name);
  }

  descendants() {
    return this.children.flatMap((node) => [node, ...node.descendants()]);
  }

  all(name) {
    return this.descendants().filter((node) => node.name === name);
  }
}

/** The root element. Throws an error with a `line` when the file is not well-formed XML. */
export function parseManifest(xml) {
  const parser = new SaxesParser();
  const open = [new Element('', {}, 1)];
  let line = 1;
  parser.on('error', (error) => {
    throw Object.assign(new Error(error.message.replace(/^\d+:\d+: /, '')), { line: parser.line });
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = new Element(name.replace(/^.*:/, ''), attributes, line);
    open.at(-1).children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    open.at(-1).text += text.trim();
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml.replace(/^\uFEFF/, '')).close();
  return open[0].children[0];
}
