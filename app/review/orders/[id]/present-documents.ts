import { getTranslations } from "next-intl/server";
import type { BenchDocument } from "@/components/review/types";
import { formatDate, formatDateTime } from "@/lib/messages/format";
import type { Locale } from "@/lib/messages/locales";
import type { WorkbenchFile } from "@/lib/usecases/materials/review-materials";
import type { Workbench } from "@/lib/usecases/review/get-workbench";

type Correction = Workbench["corrections"][number];

/** Everything there is to look at: the documents of the filing, then the pictures of answers, newest round first. */
export async function presentDocuments(bench: Workbench, locale: Locale): Promise<readonly BenchDocument[]> {
  return [...(await filed(bench, locale)), ...(await ofAnswers(bench))];
}

/** What a picture of an answer is called: round, item, which of them. */
export async function answerLabels(): Promise<(item: Correction, index: number) => string> {
  const [t, reasons] = [await getTranslations("review.bench"), await getTranslations("rejections")];
  return ({ round, code }, index) =>
    t("answerPicture", { round, item: reasons(`${code}.name` as never), n: index + 1 });
}

async function ofAnswers({ corrections, viewer }: Workbench): Promise<readonly BenchDocument[]> {
  const labelOf = await answerLabels();
  return corrections.flatMap((item) =>
    item.pictures.map(({ id, film, fileUrl, subject }, index) => ({
      ...{ id, film, fileUrl, subject, viewer },
      label: labelOf(item, index),
      target: item.target,
      earlier: [],
    })),
  );
}

/** Documents with names one can say on the phone: what, whose, which side, of when. */
async function filed(bench: Workbench, locale: Locale): Promise<readonly BenchDocument[]> {
  const t = await getTranslations("review.bench");
  const names = await getTranslations("materials");
  const ownerOf = (subject: string) => bench.groups.find((group) => group.subject === subject)?.title ?? "";
  const labelOf = ({ code, subject, side, documentDate }: WorkbenchFile) => {
    const date =
      documentDate === null ? "" : t("dated", { date: formatDate(Date.parse(documentDate), locale) });
    const sideText = side === "SINGLE" ? "" : t(`side.${side}` as "side.FRONT");
    return [names(`${code}.name` as never), ownerOf(subject), sideText, date]
      .filter((part) => part !== "")
      .join(" · ");
  };
  return bench.materials.map((item) => ({
    id: item.id,
    label: labelOf(item),
    film: item.film,
    fileUrl: item.fileUrl,
    subject: item.subject,
    target: `materials[${item.code}:${item.subject}]`,
    viewer: bench.viewer,
    earlier: item.earlier.map((old) => ({
      id: old.id,
      label: t("earlier", { name: labelOf(old), time: formatDateTime(old.addedAt, locale) }),
      film: old.film,
      fileUrl: old.fileUrl,
    })),
  }));
}
