import type { ServiceContent } from "@/lib/filing/application/codes";
import type { ApplicationDraft } from "@/lib/filing/application/draft";
import type { RejectionItem } from "@/lib/usecases/review/reject-order";
import type { Site } from "./situations-documents";

const SHOP = 8 satisfies ServiceContent;
const OTHER = 24 satisfies ServiceContent;

const site = (name: string, remark: string, content: ServiceContent = SHOP): Site => ({
  name,
  contents: [content],
  remark,
});

const app = (name: string, remark: string, packageName: string): Site => ({
  ...site(name, remark),
  packageName,
});

/** Websites and APPs by seed id, in the order of the seed's domains. */
export const SITES: Readonly<Record<string, readonly Site[]>> = {
  "draft-half": [site("青禾样例书屋", "介绍本单位的图书样例与活动安排，不含论坛与交易功能。")],
  "draft-app": [
    app("麓山样例助手", "供客户查看本单位样例服务的进度与说明，不含论坛功能。", "cn.lushan.helper"),
  ],
  "rejected-two": [site("蓝湾样例", "介绍本单位经营的日用品样例与门店位置，不含论坛与交易功能。")],
  "sms-waiting": [
    site("松果样例软件官网", "介绍本单位的软件样例、下载说明与联系方式，不含论坛功能。"),
    site("松果样例帮助中心", "本单位软件样例的使用手册与常见问题，不含论坛与交易功能。"),
  ],
  "at-authority": [
    site("北辰样例咨询资讯", "介绍本单位的咨询服务样例、团队与联系方式，不含论坛功能。"),
    app("北辰样例课堂", "供学员查看本单位咨询服务样例的资料与日程，不含论坛功能。", "cn.beichen.classroom"),
  ],
  filed: [
    site("观澜样例设计", "展示本单位的平面设计样例、服务流程与联系方式，不含论坛功能。"),
    site("观澜样例作品集", "本单位历年设计作品样例的图库与说明文字，不含论坛与交易功能。"),
  ],
  "extra-quanpan": [
    site("泉畔样例餐单", "展示本单位各门店的餐单样例与营业时间，不含论坛与交易功能。"),
    site("泉畔样例门店指引", "介绍本单位各门店的位置、停车与预订电话，不含论坛与交易功能。"),
  ],
  "extra-jiangpan": [site("江畔样例物流查询", "供客户查询样例运单的状态与网点地址，不含论坛与交易功能。")],
  "extra-shanqian": [site("山前样例机械产品", "展示本单位的机械样例、参数与售后联系方式，不含论坛功能。")],
  "extra-luting": [site("鹭汀样例摄影", "展示本单位的摄影样例、档期与联系方式，不含论坛与交易功能。")],
  "extra-yanhang": [site("雁行样例信息技术", "介绍本单位的信息系统样例与案例说明，不含论坛与交易功能。")],
  "extra-lizhi": [
    site("荔湾样例家居", "展示本单位的家居样例、尺寸与门店地址，不含论坛与交易功能。"),
    app("荔湾样例家居助手", "供顾客查看本单位家居样例的保养说明与进度，不含论坛功能。", "cn.liwan.home"),
  ],
  "life-under-way": [
    site("拾光样例文创", "介绍本单位的文创产品样例、设计团队与联系方式，不含论坛功能。"),
    site("拾光样例好物", "展示本单位文创好物样例的图片与说明文字，不含论坛与交易功能。"),
    site("拾光样例市集", "介绍本单位往年样例市集的日程与摊位图片，不含论坛与交易功能。"),
  ],
  "extra-yuncang": [site("云仓样例供应链", "介绍本单位的仓储服务样例、网点与联系方式，不含论坛功能。")],
  "extra-binhai": [site("滨海样例旅游", "介绍本单位的旅游线路样例、行程说明与联系方式，不含论坛功能。")],
  "extra-jinghe": [site("静河样例乐器", "展示本单位的乐器样例、保养说明与门店地址，不含论坛与交易功能。")],
  "extra-mengxia": [site("夏日读书札记", "个人网站，记录读书心得与摘抄，不含任何单位信息。", OTHER)],
};

/** What the reviewer found wrong: the same two defects the walk through a correction is about. */
export const twoDefects = (app: ApplicationDraft): readonly RejectionItem[] => [
  {
    code: "NAME_NOT_OK",
    target: `services[${app.services[0]?.id}].name`,
    suggestion: "名称过于简短，看不出网站内容。请写明单位简称与内容，例如“蓝湾样例日用品展示”。",
  },
  {
    code: "DOC_UNCLEAR",
    target: "materials[ORG_CERT:entity]",
    suggestion: "营业执照下半部分反光，登记机关与日期看不清。请在自然光下平放重拍。",
  },
];
