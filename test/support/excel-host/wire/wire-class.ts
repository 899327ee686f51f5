/** How an object of the model is reached over the wire: a class lists its scalars, links, methods and items; what it does not list is a HOST_GAP. */
import { checkAgainstClient } from './client-schema.ts';
import { hostGap, HostError, type Json } from './protocol.ts';

export interface Scalar<Target> {
  readonly get?: (target: Target) => Json;
  readonly set?: (target: Target, value: Json) => void;
}

export type Argument = Json | WireObject;
export type Outcome = WireObject | Json | undefined;

type Method<Target> =
  | ((target: Target, args: readonly Argument[]) => Outcome)
  // Most methods answer nothing.
  | ((target: Target, args: readonly Argument[]) => void);

export interface WireClass<Target> {
  readonly name: string;
  /** Goes along with every result, so that the client can find the object again (`_Id`). */
  readonly id?: (target: Target) => string;
  /** Ranges and the like: the client asks the host to keep them (`_KeepReference`). */
  readonly kept?: boolean;
  readonly scalars?: Readonly<Record<string, Scalar<Target>>>;
  readonly links?: Readonly<Record<string, (target: Target) => WireObject>>;
  readonly methods?: Readonly<Record<string, Method<Target>>>;
  readonly items?: (target: Target) => readonly WireObject[];
  readonly item?: (target: Target, args: readonly Argument[]) => WireObject;
}

export interface WireObject {
  readonly className: string;
  readonly isNull: boolean;
  readonly kept: boolean;
  /** The object of the model behind it, for arguments. */
  readonly target: unknown;
  id(): string | undefined;
  read(name: string): Json;
  write(name: string, value: Json): void;
  follow(name: string): WireObject;
  isLink(name: string): boolean;
  call(name: string, args: readonly Argument[]): Outcome;
  items(): readonly WireObject[] | undefined;
  item(args: readonly Argument[]): WireObject;
}

export function isWireObject(value: Outcome): value is WireObject {
  return typeof value === 'object' && value !== null && 'className' in value;
}

export function wired<Target>(shape: WireClass<Target>, target: Target): WireObject {
  checkAgainstClient(shape as WireClass<never>);
  const gap = (member: string): HostError => hostGap(`${shape.name}.${member}`);
  return {
    className: shape.name,
    isNull: false,
    kept: shape.kept ?? false,
    target,
    id: () => shape.id?.(target),
    read(name) {
      const scalar = own(shape.scalars, name);
      if (scalar?.get === undefined) throw gap(name);
      return scalar.get(target);
    },
    write(name, value) {
      const scalar = own(shape.scalars, name);
      if (scalar?.set === undefined) throw gap(`${name} (to be set)`);
      scalar.set(target, value);
    },
    follow(name) {
      const link = own(shape.links, name);
      if (link === undefined) throw gap(name);
      return link(target);
    },
    isLink: (name) => own(shape.links, name) !== undefined,
    call(name, args) {
      const method = own(shape.methods, name);
      if (method === undefined) throw gap(`${name}()`);
      return method(target, args) as Outcome;
    },
    items: () => shape.items?.(target),
    item(args) {
      if (shape.item === undefined) throw gap('getItem()');
      return shape.item(target, args);
    },
  };
}

function own<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** The null object: whatever is asked of it is null again, and what is done to it does nothing. */
export const nullObject: WireObject = {
  className: 'null',
  isNull: true,
  kept: false,
  target: null,
  id: () => undefined,
  read: () => null,
  write: () => undefined,
  follow: () => nullObject,
  isLink: () => false,
  call: () => nullObject,
  items: () => undefined,
  item: () => nullObject,
};

/** Arguments as the methods of the model need them; anything else is what Excel calls InvalidArgument. */
export function text(args: readonly Argument[], at: number, location: string): string {
  const value = args[at];
  if (typeof value !== 'string') throw new HostError('InvalidArgument', `${location} needs a text`, location);
  return value;
}

export function integer(args: readonly Argument[], at: number, location: string): number {
  const value = args[at];
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw new HostError('InvalidArgument', `${location} needs a whole number`, location);
  return value;
}
