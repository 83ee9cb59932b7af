import "server-only";
import { clock } from "@/lib/clock";
import type { ServiceSection } from "@/lib/filing/application/draft-sections";
import { EXTRAS } from "./extra-data";
import { APPLICANTS } from "./persona-data";
import { Applicant } from "./situations-applicant";
import { agreed, passed, written } from "./situations-beats";
import { lifeStories } from "./situations-life";
import { samplePictures } from "./situations-pictures";
import {
  minutesBefore,
  quietHour,
  replayStories,
  type Step,
  story,
  workdayBefore,
} from "./situations-replay";
import { SITES, twoDefects } from "./situations-sites";
import { Reviewer, standIn, verifyBySms } from "./situations-staff";

/** The orders of the personas and of the queue, replayed over the last six weeks with the real use cases. */
export async function seedSituations(): Promise<void> {
  const now = clock().now();
  const day = (days: number, time: string) => workdayBefore(now, days, time);
  const ago = (minutes: number) => minutesBefore(now, minutes);
  const rejecting = quietHour(now, ["10:05", "15:05"]);
  const pictures = samplePictures();
  const lin = new Reviewer(await standIn("reviewer-lin"));
  const zhao = new Reviewer(await standIn("reviewer-zhao"));
  const officer = await standIn("officer");
  const people = new Map<string, Applicant>();
  for (const seed of [...APPLICANTS, ...EXTRAS]) {
    const sites = SITES[seed.id];
    if (sites) people.set(seed.id, new Applicant(seed, await standIn(seed.id), sites, pictures));
  }
  const who = (id: string): Applicant => {
    const found = people.get(id);
    if (found === undefined) throw new Error(`no applicant ${id}`);
    return found;
  };

  const draft = who("draft-half");
  const draftApp = who("draft-app");
  const rejected = who("rejected-two");
  const sms = who("sms-waiting");
  const atAuthority = who("at-authority");
  const filed = who("filed");
  const again = who("extra-luting");
  const missed = who("extra-yanhang");
  const held = who("extra-lizhi");

  const stories: readonly (readonly Step[])[] = [
    story(
      [day(5, "10:12"), () => draft.start()],
      [day(4, "16:40"), () => draft.fillPeopleHalf()],
      [
        day(3, "09:25"),
        () =>
          draft.fillWebsites((value) => ({
            ...value,
            contents: undefined,
            remark: undefined,
            noPreApproval: undefined,
          })),
      ],
      [day(2, "11:05"), (time) => draft.upload(time, ({ code }) => code === "ORG_CERT")],
    ),
    story(
      [day(3, "15:20"), () => draftApp.start()],
      [day(2, "10:35"), () => draftApp.fillPeople()],
      [day(2, "11:00"), () => draftApp.fillWebsites(barelyBegun)],
    ),
    story(
      ...written(rejected, day(10, "09:50"), day(7, "14:20")),
      [day(4, rejecting), () => lin.claim(rejected.orderId)],
      [day(4, rejecting) + 25 * 60_000, () => lin.reject(rejected.orderId, twoDefects)],
    ),
    story(...written(sms, day(6, "13:40"), day(2, "15:15")), ...passed(sms, zhao, ago(145))),
    story(
      ...written(atAuthority, day(16, "10:30"), day(14, "09:35")),
      ...passed(atAuthority, lin, day(13, "10:20")),
      [day(13, "15:10"), () => verifyBySms(atAuthority.seed.lead)],
      [day(13, "16:30"), () => verifyBySms(secondOf(atAuthority))],
    ),
    story(
      ...written(filed, day(42, "09:40"), day(40, "11:20")),
      ...passed(filed, zhao, day(39, "09:30")),
      ...agreed(filed, officer, day(39, "14:05"), day(33, "10:45")),
    ),
    story(...written(who("extra-quanpan"), day(3, "14:10"), ago(62))),
    story(...written(who("extra-jiangpan"), day(4, "09:15"), day(1, "16:25"))),
    story(...written(who("extra-shanqian"), day(9, "15:30"), day(5, "10:40"))),
    story(...written(who("extra-mengxia"), day(2, "10:20"), ago(190))),
    story(
      ...written(again, day(15, "10:10"), day(12, "09:20")),
      [day(11, "10:00"), () => zhao.claim(again.orderId)],
      [day(11, "10:35"), () => zhao.reject(again.orderId, twoDefects)],
      [day(8, "17:10"), () => again.fillWebsites((value) => ({ ...value, name: "鹭汀样例摄影作品展示" }))],
      [day(8, "17:40"), (time) => again.upload(time, ({ code }) => code === "ORG_CERT")],
      [day(8, "17:50"), () => again.attachToAnswer()],
      [day(8, "17:55"), () => again.answerCorrections()],
      [day(2, "09:45"), () => again.submit()],
    ),
    story(
      ...written(missed, day(6, "09:30"), day(3, "11:30")),
      [ago(330), () => lin.claim(missed.orderId)],
      [ago(325), (time) => lin.call(time, missed.orderId, "NO_ANSWER", "两次无人接听。")],
      [ago(310), () => lin.release(missed.orderId)],
      [ago(280), () => missed.askForCall()],
    ),
    story(...written(held, day(5, "14:30"), day(2, "16:50")), [ago(38), () => zhao.claim(held.orderId)]),
    ...(await lifeStories({ who, actor: standIn, lin, zhao, officer, pictures, day, ago })),
  ];
  await replayStories(stories, now);
}

/** An APP of which its owner has found the Android package, but not yet its key and digest, nor where it runs. */
function barelyBegun(value: ServiceSection): ServiceSection {
  if (value.kind !== "APP") throw new Error("an APP");
  const { kind, id, name, domains, contents, remark, noPreApproval, packages = [] } = value;
  const first = packages.slice(0, 1).map((one) => ({
    id: one.id,
    platform: one.platform,
    packageName: one.packageName,
  }));
  return { kind, id, name, domains, contents, remark, noPreApproval, packages: first };
}

function secondOf({ seed }: Applicant) {
  if (seed.second === null) throw new Error(`${seed.id} has no second person`);
  return seed.second;
}
