import { EXTRAS } from "../../../lib/boot/seed/extra-data";
import { PERSONA_PASSWORD } from "../../../lib/boot/seed/persona-data";
import type { TestProvider } from "../../../lib/identity/testing";
import { untilSettled } from "../../support/isolated";
import type { TestServer } from "../../support/server";
import { rows, userOf } from "../../support/state";
import { noteOf, openInspection, openManualRequest } from "./made-manual";
import { startMigration } from "./made-migration";
import { partsOf, startFollowUp } from "./made-orders";
import { makeConsumers, makeEndpoints, type Outside } from "./made-outside";
import { Maker } from "./maker";
import { missCalls } from "./missed-calls";
import { OTHER, PERSONAS } from "./personas";
import type { Parts } from "./row";

const { applicant: APPLICANT, reviewer: REVIEWER, supervisor: SUPERVISOR, admin: ADMIN } = PERSONAS;
export const COLLEAGUE = "reviewer-zhao";
/** They come by invitation; each has an account already. */
export const INVITED = {
  member: "fresh-institution",
  staff: "fresh-government",
  joined: "fresh-away",
} as const;
const at = (persona: string) => `${persona}@sandbox.invalid`;

const CONSOLE = "app/console";
const ACCOUNT = `${CONSOLE}/account/actions.ts`;
const REVIEW = "app/review";
type Owned = Readonly<Record<string, string>>;

/** Ids and secrets of what the seed has none of. */
export interface Made extends Outside {
  readonly codes: Owned;
  readonly tokens: Owned;
  readonly identities: Owned;
  readonly templates: Owned & { readonly shared: string; readonly removed: string };
  readonly views: Owned;
  readonly invitations: Owned & { readonly staff: string; readonly staffAgain: string };
  readonly policyChange: string;
  readonly memberLink: { readonly own: string; readonly foreign: string; readonly used: string };
  readonly staffLink: { readonly own: string; readonly foreign: string };
  readonly registerLink: string;
  readonly resetLink: string;
  readonly emailLink: string;
  readonly feed: { readonly live: string; readonly ended: string };
  readonly callback: Awaited<ReturnType<typeof missCalls>>;
  /** Of the applicant's order. */
  readonly parts: Parts;
  /** An order of who has something filed, which builds on it. */
  readonly followUp: string;
  /** His request to move it, before the lead's code was entered. */
  readonly migration: string;
  /** His request to have it cancelled by hand, without its documents. */
  readonly manualRequest: string;
  /** Of what he has filed. */
  readonly inspection: string;
  readonly notes: Owned;
}

/** Fills a server's data with something of every kind, by the product's own road. */
export async function makeThings(
  server: TestServer,
  { cloud, house }: { readonly cloud: TestProvider; readonly house: TestProvider },
): Promise<Made> {
  const maker = new Maker(server);
  for (const persona of [...Object.values(PERSONAS), OTHER]) await maker.as(persona);
  const mails = await sendMails(maker);
  const [codes, own] = [await makeCodes(maker), await makeOwn(maker)];
  const identities: Record<string, string> = {};
  for (const persona of [APPLICANT, OTHER])
    identities[persona] = await maker.linkIdentity(persona, cloud, "oidc");
  for (const persona of [REVIEWER, SUPERVISOR, ADMIN])
    identities[persona] = await maker.linkIdentity(persona, house, "staff-oidc");
  const { changeId: policyChange = "" } = await maker.does(
    SUPERVISOR,
    `${REVIEW}/policy/actions.ts#changePolicyAction`,
    // From a day to come: one in force would have every order's deadlines planned anew in the background.
    { setting: "claimHours", value: 9, from: inAYear(), reason: "so that there is a decision", revision: 0 },
  );
  const consumers = await makeConsumers(maker);
  const parts = await partsOf(maker, APPLICANT);
  const migration = await startMigration(maker);
  const manualRequest = await openManualRequest(maker);
  const inspection = await openInspection(maker, REVIEWER);
  const followUp = await startFollowUp(maker);
  const notes: Record<string, string> = {};
  for (const persona of [APPLICANT, OTHER]) notes[persona] = await noteOf(maker, persona);
  const callback = await missCalls(maker, seedOf("extra-quanpan"));
  await untilSettled(server);
  const links = await readMails(maker);
  await maker.does(INVITED.joined, `${ACCOUNT}#acceptAsUserAction`, { token: links.memberLink.used });
  const outside = await makeEndpoints(maker);
  await untilSettled(server);
  return {
    ...mails,
    ...own,
    ...consumers,
    ...links,
    ...outside,
    codes,
    identities,
    policyChange,
    parts,
    followUp,
    migration,
    manualRequest,
    inspection,
    notes,
    callback,
  };
}

const inAYear = () => new Date(Date.now() + 365 * 86_400_000).toISOString().slice(0, 10);

function seedOf(id: string) {
  const seed = EXTRAS.find((one) => one.id === id);
  if (seed === undefined) throw new Error(`no seed ${id}`);
  return seed;
}

const STRANGERS = { member: at("matrix-member"), staff: at("matrix-staff"), newcomer: at("matrix-new") };
const MOVED = at("matrix-moved");

/** Everything that goes out as a link; invitations first, whose ids are not told. */
async function sendMails(maker: Maker): Promise<Pick<Made, "invitations">> {
  const invite = async (by: string, email: string) => {
    await maker.does(by, `${ACCOUNT}#inviteMemberAction`, { email });
    return maker.newest("account_links", "purpose = 'invite'");
  };
  await invite(OTHER, at(INVITED.member));
  await invite(APPLICANT, at(INVITED.joined));
  const invitations = {
    [APPLICANT]: await invite(APPLICANT, at("matrix-friend")),
    [OTHER]: await invite(OTHER, STRANGERS.member),
  };
  const inviteStaff = async (email: string) => {
    const invitation = { email, name: "Matrix", post: "reviewer", way: "mail" };
    await maker.does(ADMIN, `${REVIEW}/staff/actions.ts#inviteStaffAction`, invitation);
    return maker.newest("account_links", "purpose = 'staff'");
  };
  await inviteStaff(at(INVITED.staff));
  await inviteStaff(STRANGERS.staff);
  const [staff, staffAgain] = [
    await inviteStaff(at("matrix-colleague")),
    await inviteStaff(at("matrix-colleague-two")),
  ];
  const open = "app/(public)/account-actions.ts";
  await maker.does(null, `${open}#registerAction`, { email: STRANGERS.newcomer, locale: "zh-CN" });
  await maker.does(null, `${open}#requestResetAction`, { email: at("fresh-person") });
  await maker.does("draft-app", `${ACCOUNT}#changeEmailAction`, {
    email: MOVED,
    password: PERSONA_PASSWORD,
  });
  return { invitations: { ...invitations, staff, staffAgain } };
}

async function readMails(maker: Maker) {
  const [invite, staff] = ["/invite?t=", "/invite/staff?t="];
  return {
    memberLink: {
      own: await maker.linkTo(at(INVITED.member), invite),
      foreign: await maker.linkTo(STRANGERS.member, invite),
      used: await maker.linkTo(at(INVITED.joined), invite),
    },
    staffLink: {
      own: await maker.linkTo(at(INVITED.staff), staff),
      foreign: await maker.linkTo(STRANGERS.staff, staff),
    },
    registerLink: await maker.linkTo(STRANGERS.newcomer, "/confirm?t="),
    resetLink: await maker.linkTo(at("fresh-person"), "/reset?t="),
    emailLink: await maker.linkTo(MOVED, "/confirm/email?t="),
  };
}

/** A code of each of two accounts, for the other one. */
async function makeCodes(maker: Maker): Promise<Owned> {
  const accountOf = (persona: string) => {
    const sql = "SELECT account_id AS id FROM account_members WHERE user_id = ? AND role = 'owner'";
    return rows<{ id: string }>(maker.server, sql, userOf(maker.server, persona))[0]?.id ?? "";
  };
  const made: Record<string, string> = {};
  for (const [persona, target] of [
    [APPLICANT, OTHER],
    [OTHER, APPLICANT],
  ] as const) {
    const resourceId = maker.newest("resources", "account_id = ?", accountOf(persona));
    const input = { resourceId, accountId: accountOf(target), remark: "matrix" };
    const { codeId = "" } = await maker.does(
      persona,
      `${CONSOLE}/resources/actions.ts#createCodeAction`,
      input,
    );
    made[persona] = codeId;
  }
  return made;
}

/** Keys, the calendar's address, wordings and views: what is somebody's own. */
async function makeOwn(maker: Maker): Promise<Pick<Made, "tokens" | "feed" | "templates" | "views">> {
  const tokens: Record<string, string> = {};
  for (const persona of [APPLICANT, OTHER, REVIEWER, SUPERVISOR]) {
    await maker.does(persona, `${CONSOLE}/tokens/actions.ts#createTokenAction`, { name: "matrix", days: 30 });
    tokens[persona] = maker.newestOf("api_tokens", persona);
  }
  const renew = async () => {
    const { url = "" } = await maker.does(
      APPLICANT,
      `${CONSOLE}/notifications/actions.ts#renewFeedAction`,
      {},
    );
    return (
      url
        .split("/")
        .at(-1)
        ?.replace(/\.ics$/, "") ?? ""
    );
  };
  const feed = { ended: await renew(), live: await renew() };
  const views: Record<string, string> = {};
  const write = async (persona: string, shared: boolean) => {
    const wording = { known: null, code: "DOC_UNCLEAR", text: "matrix", shared };
    const { id = "" } = await maker.does(persona, `${REVIEW}/actions.ts#saveTemplateAction`, wording);
    return id;
  };
  const templates: Record<string, string> = {};
  for (const persona of [REVIEWER, COLLEAGUE, SUPERVISOR]) {
    templates[persona] = await write(persona, false);
    const view = { name: "matrix", view: "all", query: "" };
    const { id = "" } = await maker.does(persona, `${REVIEW}/view-actions.ts#saveViewAction`, view);
    views[persona] = id;
  }
  const [shared, removed] = [await write(SUPERVISOR, true), await write(SUPERVISOR, true)];
  await maker.does(SUPERVISOR, `${REVIEW}/actions.ts#removeTemplateAction`, { id: removed, version: 1 });
  return { tokens, feed, views, templates: { ...templates, shared, removed } };
}
