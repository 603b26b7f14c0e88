// Generated from samples/ by templates.generate.ts (npm run generate). Do not edit.
import type { Template } from "./template.ts";

export const TEMPLATES: readonly Template[] = [
  {
    "language": "zh",
    "file": "内部交接.sscript",
    "title": "内部客户:部门之间的交接",
    "description": "同事也是客户。话说得一样客气,事情交代得一样清楚。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "四类客户.sscript",
    "title": "四类客户:驾驭、友善、分析、表现",
    "description": "同一个问题,四种性格的客户爱听不一样的话。以宽带提速的咨询为例。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "大客户接待.sscript",
    "title": "大客户的迎接和送行",
    "description": "从客人到大厅,到送上车为止。迎在前、送在后,每一步都先说一声。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "投诉六步.sscript",
    "title": "投诉六步",
    "description": "鼓励发泄、道歉感谢、提问、承担责任并提出方案、请客户一起定、跟踪。以送错货的投诉为例。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "投诉管理.sscript",
    "title": "投诉管理:接收分类、调查原因、处理回复、总结改进",
    "description": "从接到投诉到归档的全过程。一线能决定的当场决定,超出权限的交主管,每一件都归档。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "投诉问题应答.sscript",
    "title": "投诉问题应答",
    "description": "投诉电话的时间要求:通话中约好半小时内回复,挂机后10分钟通知部门,通知后20分钟把结果告诉客户,12小时监督,24小时回访。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "接听和拨打.sscript",
    "title": "接听和拨打电话",
    "description": "铃响两声以后、三声以内接起;先报单位和姓名,再确认对方的单位和姓名,记录,复述,有礼貌地道别。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "提问八式.sscript",
    "title": "提问八式",
    "description": "八种问法各用一次:了解、澄清、开放、关闭、针对、选择、征询、服务。以预约体检为例。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "断线投诉-改后.sscript",
    "title": "通话断线投诉(改后)",
    "description": "手机用户反映通话中断,能当场处理的当场处理,不能的约好回电时间。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "服务流程.sscript",
    "title": "服务流程:接触、识别、记录、解决、反馈、评估",
    "description": "一通普通咨询电话从接起到评估的六个环节,以预约安装净水器为例。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "满意度回访.sscript",
    "title": "满意度回访",
    "description": "调查、感谢、记录改进。问题少,一分钟问完;客户给低分,先道歉,再问原因。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "用户救援.sscript",
    "title": "用户救援",
    "description": "车辆抛锚这样的急事。先问是什么、在哪里、什么时候,再教客户自保,然后约好回复时间。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "电话销售.sscript",
    "title": "电话销售:开场抓住注意",
    "description": "开场十几秒决定客户听不听。一句话说清好处,说完停一停,让客户开口;客户说不,就体面地退出来。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "维修后回访.sscript",
    "title": "维修后回访",
    "description": "维修后3天内、10天内、30天内各回访一次,十秒内说到正题。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "解决问题六步.sscript",
    "title": "解决问题六步",
    "description": "确定问题、找出主因、列出方案、选定方案、实施、监控。以在线商城打不开发票为例。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "说不.sscript",
    "title": "说“不”:理由、婉转、替代办法",
    "description": "客户的要求办不到的时候,讲清理由,话说得软一些,并且总要给一条能走的路。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "购买后回访.sscript",
    "title": "购买后回访",
    "description": "购买后3天内、10天内、30天内各回访一次。五秒内说到正题,每次都告诉客户下次什么时候再打来。",
    "shared": []
  },
  {
    "language": "zh",
    "file": "购买咨询应答.sscript",
    "title": "购买咨询应答",
    "description": "客户打来咨询产品。能解答的当时解答,不能的记录下来并约定回复时间。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "难对付的客户.sscript",
    "title": "难对付的客户",
    "description": "客户火气很大、反复要求的时候:特别关注、照顾感受、换个办法、多给信息、多做一步、跟踪到底。",
    "shared": [
      "公共话术.sscript"
    ]
  },
  {
    "language": "zh",
    "file": "餐厅服务.sscript",
    "title": "餐厅服务",
    "description": "从入座到收款的一连串时间要求。方括号里的事件名来自“餐厅服务”标准。",
    "shared": []
  },
  {
    "language": "en",
    "file": "complaint-in-six-steps.sscript",
    "title": "A complaint in six steps",
    "description": "let them vent, apologise and thank, ask, take responsibility and propose, decide together, follow up. The example is a sofa in the wrong colour.",
    "shared": [
      "common.sscript"
    ]
  },
  {
    "language": "en",
    "file": "complaint-response.sscript",
    "title": "Complaint response",
    "description": "the times of a complaint call. A reply within half an hour is agreed in the call, the department is notified within 10 minutes, the customer hears within 20 minutes of that, and there is a follow-up within 24 hours.",
    "shared": [
      "common.sscript"
    ]
  },
  {
    "language": "en",
    "file": "damaged-parcel-after.sscript",
    "title": "Damaged parcel (after)",
    "description": "a parcel arrived damaged; the customer leaves with a replacement or a refund, and a time.",
    "shared": []
  },
  {
    "language": "en",
    "file": "front-desk.sscript",
    "title": "At the front desk",
    "description": "a caller asks for somebody who is in, or who is out.",
    "shared": [
      "common.sscript"
    ]
  },
  {
    "language": "en",
    "file": "hold-and-transfer.sscript",
    "title": "Hold and transfer",
    "description": "a question that needs a look-up first and a specialist then.",
    "shared": [
      "common.sscript"
    ]
  },
  {
    "language": "en",
    "file": "saying-no.sscript",
    "title": "Saying no: a reason, soft words, another way",
    "description": "when a request cannot be met, say why, say it softly, and always leave a way forward.",
    "shared": [
      "common.sscript"
    ]
  }
];
