import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Frame } from "@/app/frame";
import { AccountCard } from "@/components/account/card";
import { Messages } from "@/components/shell/messages";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import type { Actor } from "@/lib/filing/access";
import { REGISTRATION_DECLARATIONS } from "@/lib/filing/policy/declarations";

/** What the addresses of these pages are asked with; a token stands in `t`. */
export type AccountPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

type Props = {
  actor: Actor | null;
  title: ReactNode;
  text?: ReactNode;
  after?: ReactNode;
  /** Further parts of the catalogue its form needs. */
  more?: readonly string[];
  children: ReactNode;
};

/** What the boxes of newcomers say. */
export const AGREED_WORDS = REGISTRATION_DECLARATIONS.map(({ id }) => `declarations.${id}`);

/** A page around signing in, in the public frame. */
export function AccountPage({ actor, title, text, after, children, more = [] }: Props) {
  return (
    <Frame place="public" actor={actor}>
      <Messages namespaces={["auth", "account.refused", ...more]}>
        <AccountCard title={title} text={text} after={after}>
          {children}
        </AccountCard>
      </Messages>
    </Frame>
  );
}

/** A link that does not work (any more), and where to get another. */
export async function DeadLink({ again }: { again: { href: string; label: string } | null }) {
  const t = await getTranslations("auth.dead");
  return (
    <Notice
      tone="refused"
      title={t("title")}
      actions={again && <ButtonLink href={again.href}>{again.label}</ButtonLink>}
    >
      {t("text")}
    </Notice>
  );
}

/** To the sign-in page, for who has an account. */
export async function ToSignIn() {
  const t = await getTranslations("auth");
  return (
    <Link href="/sign-in" className="link py-1">
      {t("haveAccount")}
    </Link>
  );
}
