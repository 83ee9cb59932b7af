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
  // First the request, then the data: what the build tries out ends here, before anything is opened.
  const t = await getTranslations("sandbox.mailbox");
  const messages = await listMailbox();
  if (!messages.ok) notFound();
  return (
    <>
      <PageHeader title={t("title")} description={t("intro")} />
      <Mailbox messages={messages.value} steer={steerDeliveryAction} />
    </>
  );
}
