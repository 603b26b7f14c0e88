// Generated from zh/terms.yaml and en/terms.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { Term } from "./format.ts";

export const TERMS: Readonly<Record<"zh" | "en", readonly Term[]>> = {
  "zh": [
    {
      "term": "PDP上下文",
      "say": "手机上网功能"
    },
    {
      "term": "APN",
      "say": "手机上网设置"
    },
    {
      "term": "基站切换",
      "say": "信号在不同位置之间的转换"
    },
    {
      "term": "归属位置寄存器",
      "say": "我们的号码系统"
    },
    {
      "term": "PON口",
      "say": "宽带接口"
    },
    {
      "term": "TCP/IP",
      "say": "网络设置"
    },
    {
      "term": "丢包率",
      "say": "网络不稳定的程度"
    },
    {
      "term": "IMSI",
      "say": "号卡信息"
    },
    {
      "term": "HLR",
      "say": "我们的号码系统"
    },
    {
      "term": "OTDR",
      "say": "光缆检测"
    },
    {
      "term": "光衰",
      "say": "光信号的强弱"
    },
    {
      "term": "ONU",
      "say": "光猫"
    },
    {
      "term": "附着失败",
      "say": "没有连上网络"
    },
    {
      "term": "SLA",
      "say": "处理时限"
    },
    {
      "term": "转二线",
      "say": "请专席同事来处理"
    },
    {
      "term": "二线坐席",
      "say": "专席同事"
    },
    {
      "term": "工单流转",
      "say": "转给同事处理"
    },
    {
      "term": "派单池",
      "say": "待安排的名单"
    },
    {
      "term": "内部代码",
      "say": "原因"
    },
    {
      "term": "CRM系统",
      "say": "系统"
    },
    {
      "term": "BOSS系统",
      "say": "系统"
    },
    {
      "term": "首呼解决率",
      "say": "一次就解决的比例"
    },
    {
      "term": "SKU",
      "say": "款式"
    },
    {
      "term": "逆向物流",
      "say": "退货"
    },
    {
      "term": "拣货波次",
      "say": "配货的批次"
    },
    {
      "term": "WMS",
      "say": "仓库系统"
    },
    {
      "term": "OMS",
      "say": "订单系统"
    },
    {
      "term": "冲正处理",
      "say": "把这笔款退回您的账户"
    },
    {
      "term": "清结算",
      "say": "到账处理"
    }
  ],
  "en": [
    {
      "term": "PDP context",
      "say": "mobile data"
    },
    {
      "term": "APN",
      "say": "mobile data setting"
    },
    {
      "term": "TCP/IP",
      "say": "network settings"
    },
    {
      "term": "packet loss",
      "say": "an unstable connection"
    },
    {
      "term": "backhaul",
      "say": "our network"
    },
    {
      "term": "provisioning",
      "say": "setting up"
    },
    {
      "term": "SLA",
      "say": "the time we have promised"
    },
    {
      "term": "backend team",
      "say": "technical team"
    },
    {
      "term": "tier 2",
      "say": "our specialists"
    },
    {
      "term": "tier two",
      "say": "our specialists"
    },
    {
      "term": "level 2 support",
      "say": "our specialists"
    },
    {
      "term": "ticket escalation",
      "say": "passing this to our specialists"
    },
    {
      "term": "disposition code",
      "say": "the reason for your call"
    },
    {
      "term": "CRM",
      "say": "our system"
    },
    {
      "term": "AHT",
      "say": "the time that a call takes"
    },
    {
      "term": "UAT",
      "say": "our checks"
    },
    {
      "term": "SKU",
      "say": "item"
    },
    {
      "term": "RMA",
      "say": "return"
    },
    {
      "term": "reverse logistics",
      "say": "returns"
    },
    {
      "term": "L1",
      "say": "our first team"
    },
    {
      "term": "L2",
      "say": "our specialists"
    },
    {
      "term": "L3",
      "say": "our engineers"
    },
    {
      "term": "tier 1",
      "say": "our first team"
    },
    {
      "term": "tier 3",
      "say": "our engineers"
    },
    {
      "term": "level 2 team",
      "say": "our specialists"
    },
    {
      "term": "WIP",
      "say": "being worked on"
    },
    {
      "term": "triage",
      "say": "a first look"
    },
    {
      "term": "TAT",
      "say": "the time that it takes"
    },
    {
      "term": "FCR",
      "say": "solving it in one call"
    },
    {
      "term": "SOP",
      "say": "the way in which we do it"
    },
    {
      "term": "RCA",
      "say": "finding out why"
    },
    {
      "term": "EOD",
      "say": "the end of today"
    },
    {
      "term": "COB",
      "say": "the end of today"
    },
    {
      "term": "escalation matrix",
      "say": "the people to turn to"
    },
    {
      "term": "exception queue",
      "say": "cases that we check by hand"
    },
    {
      "term": "status code",
      "say": "what it means"
    },
    {
      "term": "DSLAM",
      "say": "the cabinet in your street"
    },
    {
      "term": "HLR",
      "say": "our network"
    },
    {
      "term": "MSISDN",
      "say": "your phone number"
    },
    {
      "term": "ONT",
      "say": "the box on the wall"
    },
    {
      "term": "OLT",
      "say": "our exchange"
    },
    {
      "term": "CPE",
      "say": "your router"
    },
    {
      "term": "attenuation",
      "say": "a weak signal"
    },
    {
      "term": "line profile",
      "say": "the speed set for your line"
    },
    {
      "term": "jitter",
      "say": "an uneven connection"
    },
    {
      "term": "QoS",
      "say": "the quality of the connection"
    },
    {
      "term": "DNS propagation",
      "say": "the time until the change is seen everywhere"
    },
    {
      "term": "CDN",
      "say": "our servers"
    },
    {
      "term": "SPF record",
      "say": "a setting of your e-mail domain"
    },
    {
      "term": "DKIM",
      "say": "a setting of your e-mail domain"
    },
    {
      "term": "MX record",
      "say": "a setting of your e-mail domain"
    },
    {
      "term": "whitelist",
      "say": "allow"
    },
    {
      "term": "NAT",
      "say": "your router's setting"
    },
    {
      "term": "DHCP",
      "say": "your router's setting"
    },
    {
      "term": "re-provision",
      "say": "set up again"
    },
    {
      "term": "provisioned",
      "say": "set up"
    },
    {
      "term": "hard bounce",
      "say": "an address that no longer exists"
    },
    {
      "term": "KYC",
      "say": "checking who you are"
    },
    {
      "term": "CIF",
      "say": "your customer number"
    },
    {
      "term": "CRN",
      "say": "your customer number"
    },
    {
      "term": "UTR",
      "say": "the payment's reference number"
    },
    {
      "term": "NEFT",
      "say": "bank transfer"
    },
    {
      "term": "RTGS",
      "say": "bank transfer"
    },
    {
      "term": "IFSC",
      "say": "your bank branch's code"
    },
    {
      "term": "POA",
      "say": "a proof of your address"
    },
    {
      "term": "POI",
      "say": "a proof of who you are"
    },
    {
      "term": "DDI",
      "say": "your direct debit"
    },
    {
      "term": "DDI mandate",
      "say": "your direct debit"
    },
    {
      "term": "ACH",
      "say": "bank transfer"
    },
    {
      "term": "AVS",
      "say": "the check of your address"
    },
    {
      "term": "BACS",
      "say": "bank transfer"
    },
    {
      "term": "soft pull",
      "say": "a check that does not show on your file"
    },
    {
      "term": "hard pull",
      "say": "a credit check"
    },
    {
      "term": "remittance",
      "say": "payment"
    },
    {
      "term": "reconciliation",
      "say": "comparing the accounts"
    },
    {
      "term": "adjudicated",
      "say": "decided"
    },
    {
      "term": "did not post",
      "say": "has not arrived"
    },
    {
      "term": "didn't post",
      "say": "has not arrived"
    },
    {
      "term": "charge-off",
      "say": "a debt that was written off"
    },
    {
      "term": "AWB",
      "say": "the tracking number"
    },
    {
      "term": "RTO",
      "say": "on its way back to us"
    },
    {
      "term": "reaccommodated",
      "say": "moved to another flight"
    },
    {
      "term": "fare basis",
      "say": "the kind of ticket"
    },
    {
      "term": "SSR",
      "say": "special request"
    },
    {
      "term": "FNOL",
      "say": "your first report of the damage"
    },
    {
      "term": "EOB",
      "say": "the list of what we paid"
    },
    {
      "term": "subrogation",
      "say": "asking the other side to pay"
    },
    {
      "term": "indemnity",
      "say": "cover"
    },
    {
      "term": "CPT code",
      "say": "the code of the treatment"
    },
    {
      "term": "prior auth",
      "say": "our approval before the treatment"
    },
    {
      "term": "ACV",
      "say": "what it is worth today"
    },
    {
      "term": "aforementioned",
      "say": "this"
    },
    {
      "term": "pertaining to",
      "say": "about"
    },
    {
      "term": "herewith",
      "say": "with this"
    },
    {
      "term": "hereunder",
      "say": "below"
    },
    {
      "term": "the undersigned",
      "say": "I"
    },
    {
      "term": "forthwith",
      "say": "at once"
    },
    {
      "term": "do the needful",
      "say": "please send us what is missing"
    },
    {
      "term": "revert back",
      "say": "answer"
    },
    {
      "term": "kindly be informed",
      "say": "I would like to tell you"
    },
    {
      "term": "specified timeframe",
      "say": "the day that we have agreed"
    },
    {
      "term": "at the earliest",
      "say": "by a day that you name"
    }
  ]
};
