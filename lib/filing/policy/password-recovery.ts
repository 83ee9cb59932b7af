import { type Dated, dated } from "./editions";

/** How a forgotten filing password is got back from a province's authority (DF §11.2 A). */
export interface PasswordRecovery extends Dated {
  /** On the ministry's site: province, entity number and certificate number; it is sent to the entity lead. */
  readonly online: true;
  /** By post, with the form of that name; null: this authority takes none. */
  readonly form: string | null;
}

/** Always in Chinese: it is what one searches for. */
const FORM = "找回备案密码申请表";

/** Provinces that give it back in one way only, by code. */
const ONLINE_ONLY: ReadonlySet<string> = new Set(["440000"]);

export const passwordRecovery = (province: string): PasswordRecovery => ({
  ...dated("S2: Q3"),
  online: true,
  form: ONLINE_ONLY.has(province) ? null : FORM,
});
