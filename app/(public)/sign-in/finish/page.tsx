import type { Metadata } from "next";
import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import { FinishIdentity } from "@/components/account/finish-identity";
import { JoinIdentity } from "@/components/account/join-identity";
import { ProveAddress } from "@/components/account/prove-address";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { offerCookieName } from "@/lib/auth/cookies";
import { env } from "@/lib/env";
import { optionalActor } from "@/lib/http/page";
import { type OfferView, readOffer } from "@/lib/usecases/identities/read-offer";
import { AccountPage, type AccountPageProps, AGREED_WORDS } from "../../account-page";
import { finishIdentityAction, joinIdentityAction, proveAddressAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.identity.finish"))("title") };
}

/** After signing in elsewhere, for who is not known here yet. What was said there lies on the server. */
export default async function FinishPage({ searchParams }: AccountPageProps) {
  const [t, refused, actor, jar, { t: token }] = await Promise.all([
    getTranslations("auth.identity"),
    getTranslations("account.refused"),
    optionalActor(),
    cookies(),
    searchParams,
  ]);
  const offer = await readOffer(jar.get(offerCookieName())?.value, token);
  if (offer === null)
    return (
      <AccountPage actor={actor} title={t("finish.title")}>
        <Notice
          tone="refused"
          title={t("finish.gone")}
          actions={<ButtonLink href="/sign-in">{t("refused.back")}</ButtonLink>}
        >
          {refused("identity-over")}
        </Notice>
      </AccountPage>
    );
  const { provider, email, step } = offer;
  return (
    <AccountPage
      actor={actor}
      title={t("finish.title")}
      text={<span className="break-words">{t(`finish.${step}`, { provider, email })}</span>}
      more={AGREED_WORDS}
    >
      <Step offer={offer} />
    </AccountPage>
  );
}

function Step({ offer }: { offer: OfferView }) {
  const { step, email, provider, proof, realName } = offer;
  const sandbox = env.MODE === "sandbox";
  if (step === "new")
    return <FinishIdentity action={finishIdentityAction} {...{ provider, proof, realName }} />;
  if (step === "address")
    return <ProveAddress action={proveAddressAction} suggested={email} sandbox={sandbox} />;
  return (
    <div className="flex flex-col gap-6">
      <JoinIdentity action={joinIdentityAction} proof={proof} email={email} />
      {step === "prove" && <ProveAddress action={proveAddressAction} fixed={email} sandbox={sandbox} />}
    </div>
  );
}
