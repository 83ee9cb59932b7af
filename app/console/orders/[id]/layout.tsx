import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Press } from "@/components/account/press";
import { Messages } from "@/components/shell/messages";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/http/page";
import { otherAccountOf } from "@/lib/usecases/accounts/other-account";
import { switchAccountAction } from "../../account/actions";

type Props = { children: ReactNode; params: Promise<{ id: string }> };

/** Pages of an order. One of another account of the user opens all the same, and says so with the way to switch. */
export default async function OrderLayout({ children, params }: Props) {
  const [actor, { id }] = [await requireActor("order.read.own"), await params];
  const other = await otherAccountOf(actor, id);
  if (other === null) return children;
  const t = await getTranslations("account.accounts");
  return (
    <>
      <Messages namespaces={["account.refused", "auth.reason"]}>
        <div className="mb-4">
          <Notice
            tone="others"
            title={t("otherOrder", { name: other.name })}
            actions={
              <Press
                action={switchAccountAction}
                input={{ accountId: other.accountId }}
                said={t("switched")}
                next={`/console/orders/${id}`}
                look={{ size: "small" }}
              >
                {t("switchTo", { name: other.name })}
              </Press>
            }
          >
            {t("otherOrderText", { now: other.now })}
          </Notice>
        </div>
      </Messages>
      {children}
    </>
  );
}
