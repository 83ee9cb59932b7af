import "server-only";
import type { Actor } from "@/lib/filing/access";
import type { PeopleSection } from "@/lib/filing/application/draft-sections";
import type { Applicant } from "./situations-applicant";
import { agreed, passed, written } from "./situations-beats";
import { entityOf, mailOf, personOf } from "./situations-documents";
import { Holder } from "./situations-holder";
import type { samplePictures } from "./situations-pictures";
import { type Step, story } from "./situations-replay";
import type { Reviewer } from "./situations-staff";

interface Cast {
  readonly who: (id: string) => Applicant;
  readonly actor: (id: string) => Promise<Actor>;
  readonly lin: Reviewer;
  readonly zhao: Reviewer;
  readonly officer: Actor;
  readonly pictures: ReturnType<typeof samplePictures>;
  readonly day: (days: number, time: string) => number;
  readonly ago: (minutes: number) => number;
}

/** The record of `extra-binhai`, as another provider filed it. */
const RECORD = "鲁ICP备2020000777号";

/** What happens after an approval: inspected, cancelled, changed, taken over, asked, and by hand where a phone is dead. */
export async function lifeStories(cast: Cast): Promise<readonly (readonly Step[])[]> {
  const { who, actor, lin, zhao, officer, pictures, day, ago } = cast;
  const [linHimself, zhaoHimself] = [await actor("reviewer-lin"), await actor("reviewer-zhao")];
  const holder = async (id: string) => new Holder(who(id), await actor(id), pictures);
  /** Each at an hour of its own: what the authority decides is heard when it is next asked. */
  const filed = (me: Applicant, from: number, hour: string, by: Reviewer) => [
    ...written(me, day(from, `${hour}:10`), day(from - 2, `${hour}:25`)),
    ...passed(me, by, day(from - 3, `${hour}:50`)),
    ...agreed(me, officer, day(from - 3, "14:15"), day(from - 7, `${hour}:05`)),
  ];

  const life = await holder("life-under-way");
  const change = await holder("extra-yuncang");
  const manual = await holder("extra-jinghe");
  const access = who("extra-binhai");
  const phones = { second: life.me.seed.second?.phone ?? "" };

  return [
    story(
      ...filed(life.me, 38, "09", lin),
      [day(25, "10:15"), () => life.inspected(zhaoHimself, ADDRESS)],
      [day(21, "15:35"), () => life.answer(0, "执照住所已变更，备案地址与执照一致，附新执照编号。")],
      [day(20, "09:40"), () => life.closed(zhaoHimself, 0, "核对执照，地址一致，本次核查结束。")],
      [day(16, "14:20"), () => life.ask("name", "公司更名后，旧名称下的网站还能访问吗？")],
      [day(14, "10:05"), () => life.answered(linHimself, "可以。取得新执照后三十日内提交变更备案即可。")],
      [day(5, "10:30"), () => life.inspected(zhaoHimself, OWNER)],
      [day(3, "11:10"), () => life.inspected(zhaoHimself, UNSIGNED)],
      [day(1, "16:05"), () => life.answer(1, "域名已过户到本公司名下，实名认证昨日通过。")],
      [day(1, "16:40"), () => life.ask("name", "准备由有限公司改为股份公司，备案号会变吗？")],
      [ago(178), () => life.askForCodes(2)],
      [ago(170), () => life.cancel(2, phones.second)],
    ),
    story(
      ...filed(change.me, 36, "11", zhao),
      [day(3, "10:20"), () => change.beginChange()],
      [day(3, "10:32"), () => change.me.edit("service", (value) => ({ ...value, ...NEW_SITE }))],
      [day(3, "10:45"), () => newLead(change.me)],
      [day(3, "11:05"), (time) => change.me.upload(time)],
      [day(1, "17:20"), () => change.me.submit()],
      [ago(34), () => zhao.claim(change.me.orderId)],
    ),
    story(
      [day(4, "10:40"), () => access.start()],
      [
        day(4, "10:44"),
        () => access.edit("entity", () => ({ ...entityOf(access.seed), recordNumber: RECORD })),
      ],
      [day(4, "10:55"), () => access.fillPeople()],
      [
        day(4, "11:15"),
        () => access.fillWebsites((value) => ({ ...value, serviceFilingNumber: `${RECORD}-1` })),
      ],
      [day(4, "11:30"), () => access.checkFiled()],
      [day(4, "11:35"), (time) => access.upload(time)],
      [ago(75), () => access.submit()],
      [ago(31), () => zhao.claim(access.orderId)],
    ),
    story(
      ...filed(manual.me, 37, "10", zhao),
      [day(26, "09:35"), () => manual.inspected(linHimself, UNREACHED)],
      [day(2, "15:10"), () => manual.handIn(BY_HAND)],
      [day(1, "10:45"), () => manual.missed(zhaoHimself, "拨打两次无人接听，下午再拨。")],
    ),
  ];
}

const ADDRESS = {
  failure: "ORGANIZER_ADDRESS",
  found: "备案的证件住所与营业执照上的住所不一致。",
} as const;
const OWNER = {
  ...({ failure: "DOMAIN_OWNER", service: 0, domain: "shiguang-sample.cn" } as const),
  found: "域名的注册人不是备案主体，也不是其法定代表人。",
} as const;
const UNSIGNED = {
  failure: "VERIFICATION_MATERIAL",
  found: "抽查发现真实性核验单上没有主体负责人的签字。",
} as const;
const UNREACHED = {
  failure: "CONTACT_INVALID",
  found: "主体负责人的手机号三日内五次拨打均为空号。",
} as const;

const BY_HAND = {
  ...({ kind: "CANCEL_ENTITY", serviceIds: [], applicant: "穆静河", applicantId: "RESIDENT" } as const),
  ...{ phone: "022-23000091", why: "公司停业，备案时的手机号与邮箱都已停用。" },
} satisfies Parameters<Holder["handIn"]>[0];

const NEW_SITE = {
  name: "云仓样例仓配服务",
  remark: "介绍本单位的仓储与配送服务样例、网点与联系方式，不含论坛与交易功能。",
} as const;

/** Somebody else looks after the website from now on. */
async function newLead(me: Applicant): Promise<void> {
  const { second } = me.seed;
  if (second === null) throw new Error(`${me.seed.id} has no second person`);
  const person = personOf("ppl_seeded01", second, mailOf(me.seed, "second"));
  await me.edit("people", (value) => {
    const { people, serviceLeads, ...rest } = value as PeopleSection;
    const leads = Object.fromEntries(Object.keys(serviceLeads).map((id) => [id, person.id]));
    return { ...rest, people: [...people, person], serviceLeads: leads };
  });
}
