//! The figures as one table.

/// A row of the table.
pub struct Figure {
    pub name: &'static str,
    pub ours: String,
    pub peer: String,
    pub ratio: String,
    pub limit: String,
    /// The figure as a share of its limit: at most 1 if the limit is kept. 0 if there is no limit.
    pub share: f64,
}

pub fn print(figures: &[Figure]) {
    let header = ["figure", "ours", "peer", "ratio", "limit", ""].map(str::to_owned);
    let rows: Vec<[String; 6]> = std::iter::once(header).chain(figures.iter().map(row)).collect();
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: [usize; 6] = std::array::from_fn(width);
    for (at, row) in rows.iter().enumerate() {
        let cells: Vec<String> = row.iter().zip(widths).map(|(cell, width)| format!("{cell:<width$}")).collect();
        println!("| {} |", cells.join(" | "));
        if at == 0 {
            println!("|-{}-|", widths.map(|width| "-".repeat(width)).join("-|-"));
        }
    }
}

fn row(figure: &Figure) -> [String; 6] {
    let Figure { name, ours, peer, ratio, limit, share } = figure;
    let word = match share {
        0.0 => "",
        share if *share <= 1.0 => "ok",
        _ => "over",
    };
    [*name, ours, peer, ratio, limit, word].map(str::to_owned)
}
