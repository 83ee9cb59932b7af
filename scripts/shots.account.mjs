/** Pages of registration and accounts for the list in shots.pages.mjs. Nothing here changes data. */
const press = (name) => (tab) => tab.locator("main").getByRole("button", { name, exact: true }).click();
const invalid = (act) => async (tab) => {
  await act(tab);
  await tab.locator('[aria-invalid="true"]').first().waitFor();
};

const fails = (act) => async (tab) => {
  await act(tab);
  await tab.getByRole("alert").filter({ visible: true }).first().waitFor();
};

const PUBLIC = [
  { name: "sign-in", path: "/sign-in" },
  { name: "sign-in-empty", path: "/sign-in", act: invalid(press(/^(登录|Sign in)$/)) },
  {
    name: "sign-in-failed",
    path: "/sign-in",
    act: fails(async (tab) => {
      await tab.locator('input[type="email"]').fill("nobody@sandbox.invalid");
      await tab.locator('input[type="password"]').fill("not the password");
      await press(/^(登录|Sign in)$/)(tab);
    }),
  },
  { name: "register", path: "/register" },
  {
    name: "register-empty",
    path: "/register",
    act: invalid(press(/^(发送确认邮件|Send the confirmation)$/)),
  },
  { name: "confirm-dead", path: "/confirm?t=x" },
  { name: "confirm-email-dead", path: "/confirm/email" },
  { name: "forgot", path: "/forgot" },
  { name: "reset-dead", path: "/reset" },
  { name: "invite-dead", path: "/invite" },
  { name: "invite-staff-dead", path: "/invite/staff" },
  { name: "sign-in-code-over", path: "/sign-in/code" },
];

const OWN = [
  { name: "account", path: "/console/account" },
  { name: "real-name", path: "/console/account/real-name" },
  {
    name: "real-name-errors",
    path: "/console/account/real-name",
    act: invalid(press(/^(提交核验|Verify)$/)),
  },
  { name: "account-email", path: "/console/account/email" },
  { name: "account-phone", path: "/console/account/phone" },
  { name: "account-password", path: "/console/account/password" },
  {
    name: "account-password-errors",
    path: "/console/account/password",
    act: invalid(press(/^(修改密码|Change the password)$/)),
  },
  { name: "account-sessions", path: "/console/account/sessions" },
  { name: "account-members", path: "/console/account/members" },
  { name: "account-close", path: "/console/account/close" },
].map((page) => ({ persona: "fresh-unit", ...page }));

const BLOCKED = [
  { name: "real-name-blocked", path: "/console/account/real-name" },
  { name: "account-close-blocked", path: "/console/account/close" },
].map((page) => ({ persona: "draft-half", ...page }));

const STAFF = [
  { name: "staff-account", path: "/review/account" },
  {
    name: "staff-account-errors",
    path: "/review/account",
    act: invalid(press(/^(修改密码|Change the password)$/)),
  },
  { name: "staff-account-admin", persona: "admin", path: "/review/account" },
  { name: "staff-tokens", path: "/review/account/tokens" },
  { name: "staff-second-factor", path: "/review/account/second-factor" },
].map((page) => ({ persona: "reviewer-lin", ...page }));

const openMember = async (tab) => {
  await tab.getByRole("link", { name: "林岚", exact: true }).click();
  await tab.waitForURL(/\/review\/staff\/[0-9a-f-]{36}$/);
  await tab.locator("main form").waitFor();
};

/** The administrator's pages about staff. */
const MANAGED = [
  { name: "staff", path: "/review/staff" },
  { name: "staff-blocked-none", path: "/review/staff?view=blocked" },
  { name: "staff-invited-none", path: "/review/staff?view=invited" },
  { name: "staff-member", path: "/review/staff", act: openMember },
  {
    name: "staff-block-dialog",
    path: "/review/staff",
    act: async (tab) => {
      await openMember(tab);
      await press(/^(停用|Block)$/)(tab);
      await tab.getByRole("dialog").waitFor();
    },
  },
  { name: "staff-invite", path: "/review/staff/invite" },
  {
    name: "staff-invite-errors",
    path: "/review/staff/invite",
    act: invalid(press(/^(发出邀请|Invite)$/)),
  },
].map((page) => ({ persona: "admin", ...page }));

export const ACCOUNT = [...PUBLIC, ...OWN, ...BLOCKED, ...STAFF, ...MANAGED];
