/** `CustomXmlPartCollection`: parts of any program, found by the namespace of their root. */
import type { HostBook } from '../model/book.ts';
import { type HostContext } from './context.ts';
import { invalidArgument, itemNotFound } from './protocol.ts';
import { text, type WireClass, wired, type WireObject } from './wire-class.ts';

type Part = HostBook['customXml'][number];

interface Target {
  readonly host: HostContext;
}

const part: WireClass<Target & { readonly own: Part }> = {
  name: 'CustomXmlPart',
  id: ({ own }) => own.id,
  scalars: { Id: { get: ({ own }) => own.id } },
  methods: {
    GetXml: ({ own }) => own.xml,
    SetXml({ own }, args) {
      own.xml = wellFormed(text(args, 0, 'CustomXmlPart.setXml'), 'CustomXmlPart.setXml');
    },
    Delete({ host, own }) {
      host.book.customXml = host.book.customXml.filter((other) => other !== own);
    },
  },
};

type Scope = Target & { readonly namespace: string };

const inScope = ({ host, namespace }: Scope): Part[] => host.book.customXml.filter(({ xml }) => rootNamespace(xml) === namespace);

const scoped: WireClass<Scope> = {
  name: 'CustomXmlPartScopedCollection',
  items: (scope) => inScope(scope).map((own) => wired(part, { ...scope, own })),
  item(scope, args) {
    const own = inScope(scope).find(({ id }) => id === text(args, 0, 'CustomXmlPartScopedCollection.getItem'));
    if (own === undefined) throw itemNotFound('CustomXmlPartScopedCollection.getItem');
    return wired(part, { ...scope, own });
  },
};

const parts: WireClass<Target> = {
  name: 'CustomXmlPartCollection',
  items: ({ host }) => host.book.customXml.map((own) => wired(part, { host, own })),
  methods: {
    Add({ host }, args) {
      const xml = wellFormed(text(args, 0, 'CustomXmlPartCollection.add'), 'CustomXmlPartCollection.add');
      const own = { id: `{XML-${host.book.nextId++}}`, xml };
      host.book.customXml.push(own);
      return wired(part, { host, own });
    },
    GetByNamespace: ({ host }, args) => wired(scoped, { host, namespace: text(args, 0, 'CustomXmlPartCollection.getByNamespace') }),
  },
};

export function customXmlParts(host: HostContext): WireObject {
  return wired(parts, { host });
}

function rootNamespace(xml: string): string | undefined {
  return /<[A-Za-z][^>]*?\sxmlns(?::\w+)?="([^"]*)"/.exec(xml)?.[1];
}

function wellFormed(xml: string, location: string): string {
  if (rootNamespace(xml) === undefined || !/<\/[\w:]+>\s*$/.test(xml)) throw invalidArgument(location);
  return xml;
}
