using System.Buffers;

namespace Lianxin.Core.Privacy;

/// <summary>
/// Tells persons' names in running text, where only their surroundings do: a surname and one or two characters between punctuation, or
/// behind a word for a person. Careful rather than complete: words that merely begin with a surname are known and left alone.
/// </summary>
internal static class PersonNames
{
    private static readonly SearchValues<char> Surnames = SearchValues.Create(
        "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁沈姚卢姜崔钟谭陆汪范金石廖贾韦夏付邹熊孟秦邱尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤白常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝撒哈纳妥虎拜妙");

    /// <summary>Two characters that begin with a surname and begin no name.</summary>
    private static readonly HashSet<string> Words =
    [
        .. ("张贴张榜黄河黄渠黄金黄色黄牛马上马路马铃林业林地林场林木林草林权林区金额金融金属田间田地夏季夏粮夏收白天白色白内白血白酒常见常年常住常规常务常委严重严格严禁严肃周边周期周围周末周一周二周三周四周五周六周日"
            + "程序程度范围范例余人余元余户余亩余名余款余额余万何时何种许可许多杜绝付款付出石油石料石灰石嘴贺兰武装武警万元万人万亩万余万户雷电段落陆续方案方面方式方法高度高龄高中高血高等高校高效高温高速高标高考高风高级陈旧陈列"
            + "陈述孙子孙女郑重谢绝谢谢宋体唐氏唐徕曾经曾在叶面钟点沈阳丁类徐州郑州杨树杨木胡萝胡麻苏打龙头安全安排安置安装安徽安心康复康养施工施肥施行文件文化文明文体文艺牛羊牛肉牛奶易地庄稼庄子章程申请申报申领申办申诉关于关系关心关爱关闭"
            + "兰州兰花左右甘肃祝贺包括包保包虫包干包村包户宁夏尚未符合舒适纪委纪律纪检毕业单位单独单元单项季度季节成立成人成员成绩成本成效成功苗木苗圃谷物盛会曲线路面路段路口路灯路线游客辛苦管理管护管道管网华侨解决解答解释解读艾滋阳光时间时限"
            + "时段时候农村农业农民农户农历农田农机司法司机古城吉林简介简易车辆车间车站项目项下连续连队连心麦田景区党员党委党组党支党建党政党务费用冷库卫生卫星米面全镇全县全村全年全部全区全市全体全面应当应急应该应到应付应缴边界师生师资和平和谐商户商店"
            + "商品荣誉明确明细明年查处查验查看查阅查询池塘麻疹席位房屋房前孔子毛利毛巾顾客武术欧盟侯选龙舟史料陶瓷孟加钱款钱物汤药温度温室温馨葛根乔木齐全齐抓安静安康牟利穆斯哈萨纳入纳税沙石沙漠沙枣沙场沙坑虎年妥善和睦游泳连片单价单据农资农贸农闲"
            + "时效时代时任成年成熟成果管控管制管辖管委解除解困查实查明明示明白商贸商业师傅边坡边沟全额全程全家全民党校党章党纪党风费率费改冷链卫健米厂应对应用应征应聘应税项链车牌车主简报古树农作农投农经农广农牧").Chunk(2).Select(c => new string(c)),
    ];

    private static readonly ILookup<char, string> Before = new[]
    {
        "村民", "居民", "户主", "申请人", "患者", "学生", "儿童", "幼儿", "同学", "对象", "群众", "老人", "病人", "残疾人", "低保户", "贫困户", "五保户", "特困户", "其子", "其女", "其妻", "其父", "其母", "丈夫", "妻子", "儿子", "女儿", "婴儿", "孤儿", "示例", "社", "组", "村", "姓名", "家长", "职工", "教师", "未成年人",
    }.ToLookup(w => w[^1]);

    private static readonly string[] After =
        ["因", "患", "系", "身患", "确诊", "被", "男", "女", "同志", "一家", "家庭", "获", "同学", "小朋友", "于", "属", "持"];

    /// <summary>The name that starts there, in one of two lengths; answers its end, or null.</summary>
    /// <param name="apart">Whether a word for a person just before counts as a boundary.</param>
    public static int? EndAt(NormalisedText text, int start, bool apart = false)
    {
        if (start < 0 || start + 2 > text.Length || !Surnames.Contains(text[start]) || !IsHan(text.At(start + 1)))
            return null;
        if (!apart && IsHan(text.At(start - 1)) && !FollowsPerson(text, start))
            return null;
        if (Words.Contains(text.Characters.Slice(start, 2).ToString()))
            return null;
        // 三 characters first: 张小三因病 is not 张小 and 三因.
        if (IsHan(text.At(start + 2)) && IsBoundary(text, start + 3))
            return start + 3;
        return IsBoundary(text, start + 2) ? start + 2 : null;
    }

    /// <summary>The last name that ends before <paramref name="end"/> and starts at or behind <paramref name="start"/>.</summary>
    public static (int Start, int End)? LastIn(NormalisedText text, int start, int end)
    {
        for (var at = end - 2; at >= start; at--)
        {
            if (EndAt(text, at) is { } found && found <= end)
                return (at, found);
        }

        return null;
    }

    public static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsBoundary(NormalisedText text, int index)
    {
        if (!IsHan(text.At(index)))
            return !char.IsAsciiLetterOrDigit(text.At(index)) && text.At(index) != '*';
        foreach (var word in After)
        {
            if (index + word.Length <= text.Length && text.Characters[index..].StartsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static bool FollowsPerson(NormalisedText text, int end)
    {
        foreach (var word in Before[text[end - 1]])
        {
            if (text.Characters[..end].EndsWith(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
