import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { steerDeliveryAction } from "@/app/sandbox/actions";
import { Mailbox } from "@/components/sandbox/mailbox";
import { PageHeader } from "@/components/ui/page-header";
import { listMailbox } from "@/lib/usecases/sandbox/list-mailbox";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sandbox.mailbox"))("title") };
}

/** Everything the console and the authority sent to anybody. */
export default async function MailboxPage() {
  const [t, messages] = await Promise.all([getTranslations("sandbox.mailbox"), listMailbox()]);
  if (!messages.ok) notFound();
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      <Mailbox messages={messages.value} steer={steerDeliveryAction} />
    </>
  );
}
