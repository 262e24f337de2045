namespace Scanner.Report.Graph;

/// <summary>How a drawing looks: by day, and where the reader prefers the dark.</summary>
internal static class SvgStyle
{
    public const string Css = """
        text{font-family:-apple-system,"Segoe UI",Helvetica,Arial,"DejaVu Sans",sans-serif;fill:#1f2328;font-size:12px}
        .page{fill:#ffffff}.h1{font-size:17px;font-weight:600}.h2,.kind,.line{fill:#59636e}.kind{font-size:10.5px}.title{font-size:13px;font-weight:600}.line{font-size:11px}
        .vpc{fill:#f6f8fa;stroke:#8c959f}.subnet{fill:#ffffff;stroke:#afb8c1;stroke-dasharray:2 3}.frame{fill:#59636e;font-size:11px}
        .box{fill:#ffffff;stroke:#8c959f;stroke-width:1.2}.failing{stroke:#cf222e;stroke-width:2.5}.doubt{stroke:#9a6700;stroke-dasharray:6 4}
        .bad{fill:#cf222e;font-weight:600}.open{fill:#9a6700}
        .link{fill:none;stroke:#8c959f;stroke-width:1.6}.reachable{stroke:#1a7f37}.blocked{stroke:#cf222e;stroke-width:2.4}.unknown{stroke:#9a6700;stroke-dasharray:6 4}
        .label{font-size:11px;paint-order:stroke;stroke:#f6f8fa;stroke-width:3px;fill:#59636e}.reachable-text{fill:#1a7f37}.blocked-text{fill:#cf222e;font-weight:600}.unknown-text{fill:#9a6700}
        .a-plain{fill:#8c959f}.a-reachable{fill:#1a7f37}.a-blocked{fill:#cf222e}.a-unknown{fill:#9a6700}
        .entry{fill:#8250df}.hosts{fill:#0969da}.data{fill:#bc4c00}.users{fill:#59636e}
        @media (prefers-color-scheme:dark){
        text{fill:#e6edf3}.page{fill:#0d1117}.h2,.kind,.line,.frame{fill:#9198a1}
        .vpc{fill:#151b23;stroke:#656c76}.subnet{fill:#0d1117;stroke:#656c76}.box{fill:#212830;stroke:#656c76}.failing{stroke:#f85149}.doubt{stroke:#d29922}
        .bad{fill:#f85149}.open{fill:#d29922}
        .link{stroke:#9198a1}.reachable{stroke:#3fb950}.blocked{stroke:#f85149}.unknown{stroke:#d29922}
        .label{stroke:#151b23;fill:#9198a1}.reachable-text{fill:#3fb950}.blocked-text{fill:#f85149}.unknown-text{fill:#d29922}
        .a-plain{fill:#9198a1}.a-reachable{fill:#3fb950}.a-blocked{fill:#f85149}.a-unknown{fill:#d29922}
        .entry{fill:#a371f7}.hosts{fill:#4493f8}.data{fill:#db6d28}.users{fill:#9198a1}}
        """;
}
