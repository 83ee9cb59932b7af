import { getTranslations } from "next-intl/server";
import { Press } from "@/components/account/press";
import { Messages } from "@/components/shell/messages";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/tag";
import type { AccountView } from "@/lib/usecases/accounts/get-account";
import { switchAccountAction } from "./actions";

/** For who belongs to several accounts: which one he works for now. */
export async function Accounts({ accounts }: Pick<AccountView, "accounts">) {
  const t = await getTranslations("account.accounts");
  return (
    <Messages namespaces={["account.refused", "auth.reason"]}>
      <Panel title={t("title")} description={t("text")}>
        <ul className="flex flex-col">
          {accounts.map(({ id, name, current }) => (
            <li
              key={id}
              className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line py-2 last:border-0"
            >
              <span className={current ? "font-semibold" : ""}>{name}</span>
              {current ? (
                <Tag tone="done">{t("current")}</Tag>
              ) : (
                <Press
                  action={switchAccountAction}
                  input={{ accountId: id }}
                  said={t("switched")}
                  next="/console/account"
                  look={{ size: "small" }}
                  name={t("switchTo", { name })}
                >
                  {t("switch")}
                </Press>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </Messages>
  );
}
