import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { Frame } from "@/app/frame";
import { Messages } from "@/components/shell/messages";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { optionalActor } from "@/lib/http/page";
import { formatDateTime } from "@/lib/messages/format";
import { toLocale } from "@/lib/messages/locales";
import { type CallbackView, findCallback, type MissedLead } from "@/lib/usecases/callbacks/find-callback";
import { CallbackForm } from "./callback-form";
import { Clocks } from "./clocks";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: (await getTranslations("callback"))("title"),
    // The address is the key.
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

/** For a lead who missed the reviewer's call, with or without an account: nothing here names anybody in full. */
export default async function CallbackPage({ params }: Props) {
  const [{ token }, actor, t] = await Promise.all([params, optionalActor(), getTranslations("callback")]);
  const found = await findCallback({ token });
  const view: CallbackView = found.ok ? found.value : { state: "closed", why: "unknown", lead: null };
  return (
    <Frame place="public" actor={actor}>
      <Messages namespaces={["callback"]}>
        <div className="mx-auto flex w-full max-w-[34rem] flex-col gap-6 py-4 sm:py-10">
          {view.state === "closed" ? (
            <header>
              <h1 className="text-h1">{t("closed.title")}</h1>
              {view.lead && <Lead lead={view.lead} />}
              <p className="mt-2 text-form text-muted">{t(`closed.text.${view.why}`)}</p>
              <p className="mt-4">
                <Link href="/sign-in" className="link inline-block py-0.5">
                  {t("closed.signIn")}
                </Link>
              </p>
            </header>
          ) : (
            <>
              <header>
                <h1 className="text-h1">{t("title")}</h1>
                <Lead lead={view.lead} />
                <p className="mt-1 text-form text-muted">{t("intro")}</p>
              </header>
              {view.state === "asked" ? <Asked view={view} /> : <Open view={view} token={token} />}
              <p className="text-muted">{t("caution")}</p>
            </>
          )}
        </div>
      </Messages>
    </Frame>
  );
}

/** Whose call: two leads of one order have a link each. */
async function Lead({ lead: { role, name, phone } }: { lead: MissedLead }) {
  const t = await getTranslations("callback");
  return (
    <p className="mt-2 flex flex-wrap gap-x-4 text-form font-semibold">
      {t("lead", { role: t(`role.${role}`), name })}
      <span className="font-normal tabular-nums text-muted">{t("leadPhone", { phone })}</span>
    </p>
  );
}

async function Asked({ view }: { view: Extract<CallbackView, { state: "asked" }> }) {
  const [t, locale] = [await getTranslations("callback"), toLocale(await getLocale())];
  return (
    <>
      <Notice tone="done" role="status" title={t("asked.title")}>
        <p>{t(view.when === "called" ? "asked.called" : "asked.text")}</p>
        <p>{t("asked.when", { when: t(`when.${view.when}.label`) })}</p>
      </Notice>
      <Clocks
        clocks={[
          {
            id: "provider",
            tone: "others",
            label: t("clock.provider"),
            text: t("clock.providerBy", { date: formatDateTime(view.callBy, locale) }),
            at: view.callBy,
          },
        ]}
        now={view.now}
      />
    </>
  );
}

async function Open({ view, token }: { view: Extract<CallbackView, { state: "open" }>; token: string }) {
  const [t, locale] = [await getTranslations("callback"), toLocale(await getLocale())];
  return (
    <>
      <Clocks
        clocks={[
          {
            id: "you",
            tone: "you",
            label: t("clock.you"),
            text: t("clock.youBy", { date: formatDateTime(view.requestBy, locale) }),
            at: view.requestBy,
          },
          {
            id: "provider",
            tone: "others",
            label: t("clock.provider"),
            text: t("clock.providerWithin", { hours: view.callsWithinHours }),
            at: null,
          },
        ]}
        now={view.now}
      />
      <CallbackForm token={token} />
    </>
  );
}
