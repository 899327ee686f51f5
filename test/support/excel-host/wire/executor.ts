/** Runs one batch as Excel does: actions in order, stopped by the first error, earlier effects kept, nothing seen before the batch arrives. */
import {
  ActionType,
  type ArgumentInfo,
  hostGap,
  HostError,
  invalidArgument,
  type Json,
  PathType,
  type WireAction,
  type WireBody,
  type WireError,
  type WireMessage,
} from './protocol.ts';
import { type Argument, isWireObject, nullObject, type Outcome, type WireObject } from './wire-class.ts';

/** What stays in the host from one batch to the next. */
export interface HostObjects {
  readonly root: WireObject;
  readonly references: Map<string, WireObject>;
  keep(object: WireObject): void;
  referenceOf(object: WireObject): string | undefined;
}

export function runBatch(message: WireMessage, host: HostObjects): WireBody {
  const find = pathFinder(message, host);
  const results: { ActionId: number; Value: Json }[] = [];
  let failure: WireError | null = null;
  for (const [index, action] of message.Actions.entries()) {
    try {
      results.push({ ActionId: action.Id, Value: runAction(action, find, host) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      failure = { Code: error.code, Message: error.message, Location: error.location, ActionIndex: index, HttpStatusCode: error.status };
      break;
    }
  }
  return { Results: results, Error: failure };
}

interface PathFinder {
  object(id: number): WireObject;
  arguments(info: ArgumentInfo | undefined): readonly Argument[];
}

function pathFinder({ ObjectPaths }: WireMessage, host: HostObjects): PathFinder {
  const found = new Map<number, WireObject>();
  const finder: PathFinder = {
    object(id) {
      const known = found.get(id);
      if (known !== undefined) return known;
      const object = resolve(id);
      found.set(id, object);
      return object;
    },
    arguments(info) {
      return (info?.Arguments ?? []).map((value, index) => {
        const path = info?.ReferencedObjectPathIds?.[index];
        return path === undefined || path === null || path === 0 ? value : finder.object(path);
      });
    },
  };
  return finder;

  function resolve(id: number): WireObject {
    const path = ObjectPaths[id];
    if (path === undefined) throw new HostError('InvalidObjectPath', `no object path ${id}`, '');
    switch (path.ObjectPathType) {
      case PathType.root:
        return host.root;
      case PathType.nullObject:
        return nullObject;
      case PathType.service:
        throw hostGap(`the service ${path.Name}`);
      case PathType.reference: {
        const kept = host.references.get(path.Name);
        if (kept === undefined) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.', '');
        return kept;
      }
    }
    const parent = finder.object(path.ParentObjectPathId ?? 0);
    if (parent.isNull) return nullObject;
    const args = finder.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PathType.property) return parent.follow(path.Name);
    if (path.ObjectPathType === PathType.indexer) return parent.item(args);
    if (path.ObjectPathType !== PathType.method) throw hostGap(`object path type ${path.ObjectPathType}`);
    const outcome = parent.call(path.Name, args);
    if (!isWireObject(outcome)) throw hostGap(`${parent.className}.${path.Name}() as an object`);
    return outcome;
  }
}

function runAction(action: WireAction, find: PathFinder, host: HostObjects): Json {
  if (action.ActionType === ActionType.trace) return null;
  const object = find.object(action.ObjectPathId);
  switch (action.ActionType) {
    case ActionType.instantiate:
      return object.isNull ? null : identity(object, host);
    case ActionType.query:
      return query(object, action, host);
    case ActionType.method: {
      if (object.isNull) return null;
      if (action.Name === '_KeepReference') {
        host.keep(object);
        return null;
      }
      return plain(object.call(action.Name, find.arguments(action.ArgumentInfo)), action.Name);
    }
    case ActionType.setProperty: {
      if (object.isNull) return null;
      const value = find.arguments(action.ArgumentInfo)[0];
      if (value === undefined || isWireObject(value)) throw invalidArgument(`${object.className}.${action.Name}`);
      object.write(action.Name, value);
      return null;
    }
    default:
      throw hostGap(`action type ${action.ActionType} (${action.Name})`);
  }
}

function plain(outcome: Outcome, name: string): Json {
  if (isWireObject(outcome)) throw hostGap(`${name}() as an action`);
  return outcome ?? null;
}

type Fields = Record<string, Json>;

/** What the client needs to find the object again, in whatever batch. */
function identity(object: WireObject, host: HostObjects): Fields {
  const fields: Fields = {};
  const id = object.id();
  if (id !== undefined) fields._Id = id;
  const reference = object.kept ? host.referenceOf(object) : undefined;
  if (reference !== undefined) fields._ReferenceId = reference;
  return fields;
}

function query(object: WireObject, action: WireAction, host: HostObjects): Json {
  if (object.isNull) return null;
  const { Select = [], Expand = [], Top, Skip } = action.QueryInfo ?? {};
  if (Top !== undefined || Skip !== undefined) throw hostGap('$top and $skip');
  if (Expand.length > 0) throw hostGap(`$expand ${Expand.join(',')}`);
  return select(object, Select, host);
}

function select(object: WireObject, paths: readonly string[], host: HostObjects): Json {
  if (object.isNull) return { _IsNull: true };
  const items = object.items();
  if (items !== undefined) {
    const inner = paths.map((path) => path.replace(/^items(\/|$)/, '')).filter((path) => path !== '');
    return { _Items: items.map((item) => select(item, inner, host)) };
  }
  const fields = identity(object, host);
  const nested = new Map<string, string[]>();
  for (const path of paths) {
    const [head = '', ...rest] = path.split('/');
    const name = wireName(head);
    if (rest.length > 0) nested.set(name, [...(nested.get(name) ?? []), rest.join('/')]);
    // Naming a link without saying what of it loads nothing of it.
    else if (!object.isLink(name)) fields[name] = object.read(name);
  }
  for (const [name, inner] of nested) fields[name] = select(object.follow(name), inner, host);
  return fields;
}

const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);
