import type { Role } from "../../../lib/filing/access";
import type { TestServer } from "../../support/server";
import { orderOf, rows, userOf } from "../../support/state";
import { type Asked, NOBODYS_SECRET, type ObjectKind, UNKNOWN_ID } from "./row";

/** One persona per role. */
export const PERSONAS: Readonly<Record<Role, string>> = {
  applicant: "rejected-two",
  reviewer: "reviewer-lin",
  supervisor: "supervisor",
  admin: "admin",
  officer: "officer",
};
/** Somebody else, whose things nobody of the above may see: an applicant whose drafts no reviewer has. */
const OTHER = "at-authority";
const NEVER_SUBMITTED = "draft-half";
/** The one who has something filed; what an applicant sees of his own filing is a journey's matter. */
const FILED = "filed";

/** Null: the sandbox has none such thing. */
export interface Objects {
  readonly own: Asked | null;
  readonly foreign: Asked | null;
  readonly unknown: Asked;
}

const asked = (id: string | undefined, version = 1, order?: string): Asked | null =>
  id === undefined ? null : { id, version, ...(order === undefined ? {} : { order }) };
const UNKNOWN: Asked = { id: UNKNOWN_ID, version: 1, order: UNKNOWN_ID };

/** The things of every kind as the role meets them, read off the database of the worker. */
export function objectsOf(server: TestServer, role: Role): Readonly<Record<ObjectKind, Objects>> {
  const persona = PERSONAS[role];
  const first = (sql: string, ...values: unknown[]) => rows<{ id: string }>(server, sql, ...values)[0]?.id;
  const mine = userOf(server, persona);
  const others = userOf(server, role === "applicant" ? OTHER : PERSONAS.applicant);
  const accountOf = (user: string) =>
    first("SELECT account_id AS id FROM account_members WHERE user_id = ?", user);
  const order = (owner: string): Asked => {
    const { id, version } = orderOf(server, owner);
    return { id, version };
  };
  const material = (owner: string) => {
    const { id } = orderOf(server, owner);
    return asked(first("SELECT id FROM materials WHERE order_id = ?", id), 1, id);
  };
  const byUser = (table: string, column = "id"): Objects => {
    const of = (user: string) => asked(first(`SELECT ${column} AS id FROM ${table} WHERE user_id = ?`, user));
    return { own: of(mine), foreign: of(others), unknown: UNKNOWN };
  };
  const serverOf = (user: string) =>
    first("SELECT id FROM resources WHERE account_id = ?", accountOf(user) ?? "");
  const none: Objects = { own: null, foreign: null, unknown: UNKNOWN };
  const waiting = order("extra-yanhang");
  const entity = first(
    "SELECT e.id FROM entities e JOIN orders o ON o.id = e.order_id WHERE o.id = ?",
    orderOf(server, FILED).id,
  );
  const service = first("SELECT id FROM services WHERE entity_id = ?", entity);
  return {
    order: { own: order(PERSONAS.applicant), foreign: order(OTHER), unknown: UNKNOWN },
    review: { own: waiting, foreign: order(NEVER_SUBMITTED), unknown: UNKNOWN },
    submission: { own: { id: "1", version: 1 }, foreign: null, unknown: { id: "999999", version: 1 } },
    material: { own: material(PERSONAS.applicant), foreign: material(OTHER), unknown: UNKNOWN },
    reviewedMaterial: {
      own: material("extra-yanhang"),
      foreign: material(NEVER_SUBMITTED),
      unknown: UNKNOWN,
    },
    session: { ...byUser("sessions", "id_hash"), unknown: { id: NOBODYS_SECRET, version: 1 } },
    invitation: none,
    member: { own: asked(mine), foreign: asked(others), unknown: UNKNOWN },
    account: { own: asked(accountOf(mine)), foreign: asked(accountOf(others)), unknown: UNKNOWN },
    filing: { ...none, foreign: asked(entity) },
    filedService: { ...none, foreign: asked(service, 1, entity) },
    notification: byUser("notifications"),
    token: byUser("api_tokens"),
    server: {
      own: asked(serverOf(mine)),
      foreign: asked(serverOf(others)),
      unknown: UNKNOWN,
    },
    authCode: none,
    delivery: { ...none, own: asked(first("SELECT id FROM outbox")) },
    setting: {
      ...none,
      own: { id: "remarkMinLength", version: 1 },
      unknown: { id: "noSuchSetting", version: 1 },
    },
    policyChange: none,
    // Another one of the staff; an applicant is none.
    staff: {
      own: asked(userOf(server, "reviewer-zhao")),
      foreign: asked(userOf(server, PERSONAS.applicant)),
      unknown: UNKNOWN,
    },
    staffInvitation: none,
    // Some account, as staff sees it: whose it is makes no difference to who may look.
    holder: { ...none, own: asked(accountOf(userOf(server, OTHER))) },
  };
}
