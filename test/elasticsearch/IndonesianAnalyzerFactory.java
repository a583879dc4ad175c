// The `indonesian` analyzer under the name that it has in a full Elasticsearch. The distribution on Maven Central
// carries Lucene's class and lacks the module that names it. For tests only.
package id.pantau.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

@NamedComponent("indonesian")
public class IndonesianAnalyzerFactory implements AnalyzerFactory {
  @Override
  public String name() {
    return "indonesian";
  }

  @Override
  public Analyzer create() {
    return new IndonesianAnalyzer();
  }
}
