/** Holds every wire class against the client's own class of that name: this host must not model a member that Excel does not have. */
import type { WireClass } from './wire-class.ts';

/** What the library's generated classes say of themselves. */
interface ClientClass {
  readonly _scalarPropertyOriginalNames?: readonly string[];
  readonly _scalarPropertyNames?: readonly string[];
  readonly _scalarPropertyUpdateable?: readonly boolean[];
  readonly _navigationPropertyNames?: readonly string[];
  readonly _isCollection?: boolean;
}

const checked = new Set<string>();

/** Throws for a scalar, a link or a method that office.js does not know; once for each class. */
export function checkAgainstClient(shape: WireClass<never>): void {
  if (checked.has(shape.name)) return;
  const library = (globalThis as unknown as { readonly Excel: Readonly<Record<string, { readonly prototype: ClientClass } | undefined>> })
    .Excel;
  const known = library[shape.name]?.prototype;
  if (known === undefined) throw new Error(`office.js has no class ${shape.name}`);
  const faults = [
    ...Object.entries(shape.scalars ?? {}).flatMap(([name, { set }]) => scalarFault(known, name, set !== undefined)),
    ...Object.keys(shape.links ?? {}).filter((name) => !has(known, name)),
    ...Object.keys(shape.methods ?? {}).filter((name) => !has(known, name)),
    ...(shape.items !== undefined && known._isCollection !== true ? ['items'] : []),
    ...(shape.item !== undefined && !has(known, 'GetItem') ? ['getItem'] : []),
  ];
  if (faults.length > 0) throw new Error(`office.js does not know ${faults.map((fault) => `${shape.name}.${fault}`).join(', ')}`);
  checked.add(shape.name);
}

function scalarFault(known: ClientClass, name: string, settable: boolean): string[] {
  const at = (known._scalarPropertyOriginalNames ?? known._scalarPropertyNames ?? []).indexOf(name);
  if (at < 0) return [name];
  return settable && known._scalarPropertyUpdateable?.[at] === false ? [`${name} (to be set)`] : [];
}

function has(known: ClientClass, wireName: string): boolean {
  return wireName in known || wireName.charAt(0).toLowerCase() + wireName.slice(1) in known;
}
